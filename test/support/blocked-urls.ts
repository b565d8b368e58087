/** Hosts that are this machine or nobody's, in every spelling that a URL parser folds to an address or a name. */
export const blockedHosts = {
  "loopback, as IPv4 may be written": [
    ...["127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.0.0.01", "127.0.0.001", "0177.0.0.1"],
    ...["0x7f.0.0.1", "0x7f.1", "0X7F.0.0.1", "0x7f000001", "2130706433", "017700000001", "0x7F.0x0.0x0.0x1"],
    ...["127.255.255.254", "0x7f.0xffffff", "0", "0.0.0.0", "0x0", "00"],
  ],
  "loopback, percent-encoded": [
    ...["%31%32%37.0.0.1", "127%2e0%2E0%2e1", "%30x7f000001", "%6c%6fcalhost", "localhost%2e"],
  ],
  "loopback, in other scripts": [
    ...["１２７.0.0.1", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "①②⑦.⓪.⓪.①", "ⓛocalhost", "𝓁𝑜𝒸𝒶𝓁𝒽𝑜𝓈𝓉"],
    ...["localho\u00ADst", "local\u200Bhost", "LOCALHOST", "ſ.localhost", "xn--bcher-kva.localhost"],
  ],
  "loopback, as IPv6 may be written": [
    ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]", "[0::0]"],
    ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:7F00:0001]", "[0:0:0:0:0:ffff:127.0.0.1]"],
    ...["[::127.0.0.1]", "[::7f00:1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]"],
    ...["[64:ff9b:1::127.0.0.1]", "[2002:7f00:1::]", "[2002:7f00:1::1]", "[2001:0:7f00:1::]"],
    ...[
      "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
      "[2a00:1450::5efe:127.0.0.1]",
      "[2a00:1450::200:5efe:7f00:1]",
    ],
  ],
  "private and special IPv4": [
    ...["10.0.0.1", "0x0a.0.0.1", "167772161", "012.0.0.1", "100.64.0.1", "169.254.169.254", "2852039166"],
    ...[
      "0xa9fea9fe",
      "169.254.43518",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "192.168.257",
      "192.0.0.8",
    ],
    ...[
      "192.0.2.1",
      "192.88.99.1",
      "198.18.0.1",
      "198.51.100.1",
      "203.0.113.1",
      "168.63.129.16",
      "224.0.0.1",
    ],
    ...["239.255.255.250", "240.0.0.1", "255.255.255.255"],
  ],
  "private and special IPv6": [
    ...[
      "[::ffff:10.0.0.1]",
      "[::ffff:a9fe:a9fe]",
      "[::10.0.0.1]",
      "[::8.8.8.8]",
      "[64:ff9b::169.254.169.254]",
    ],
    ...[
      "[64:ff9b:1::8.8.8.8]",
      "[2002:a00:1::1]",
      "[2002:808:808::1]",
      "[2001::1]",
      "[2001:10::1]",
      "[2001:20::1]",
    ],
    ...["[2001:2::1]", "[2001:db8::1]", "[3fff::1]", "[100::1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]"],
    ...["[febf::1]", "[fec0::1]", "[ff02::1]", "[4000::1]", "[5f00::1]", "[fd20:ce::254]"],
  ],
  "names of no public host": [
    ...["localhost", "localhost.", "x.localhost", "a.b.localhost.", "intranet", "intranet.", "printer.local"],
    ...[
      "db.internal",
      "metadata.google.internal",
      "internal",
      "local",
      "com",
      "a..b",
      "example.com..",
      ".example.com",
      "",
      ".",
      "..",
      "xn--a",
    ],
  ],
} as const;

/** Not even URLs: the host cannot be read. */
export const unreadableHosts: readonly string[] = [
  ...["1.2.3.4.5", "256.256.256.256", "example.0x7f", "exa mple.com", "exam<ple.com", "a%00b.example"],
  ...[
    "[fe80::1%25eth0]",
    "[fe80::1%eth0]",
    "[::1",
    "::1",
    "[::ffff:0x7f.0.0.1]",
    "[1:2:3:4:5:6:7:8:9]",
    "%zz.example",
  ],
  "\u200B",
];

/** URLs whose form alone is refused, whatever host they name. */
export const blockedForms = [
  ...[
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "gopher://hooks.example.com/",
    "ws://hooks.example.com/",
  ],
  ...[
    "data:text/plain,x",
    "javascript:alert(1)",
    "https+unix://hooks.example.com/",
    "blob:https://a.example/x",
  ],
  ...[
    "https://user@hooks.example.com/",
    "https://:pw@hooks.example.com/",
    "https://user:pw@hooks.example.com/",
  ],
  ...[
    "https://evil.example@127.0.0.1/",
    "https://127.0.0.1\\@hooks.example.com/",
    "https://a.example%40@b.example/",
  ],
  ...["https://hooks.example.com/#", "https://hooks.example.com/#x", "https://hooks.example.com/?a=#b"],
  ...["https://hooks.example.com:0/", "https://hooks.example.com:22/", "https://hooks.example.com:5432/"],
  ...["https://8.8.8.8:25/", "https://[2606:4700::1111]:6379/", "https://hooks.example.com:65535/"],
] as const;

/** Longer than 2,048 characters, as written or as an address; the last would be a good one without its tabs. */
export const tooLongUrls: readonly string[] = [
  `https://hooks.example.com/${"a".repeat(2_024)}`,
  `https://hooks.example.com/${"é".repeat(1_000)}`,
  `https://hooks.exa${"\t".repeat(2_048)}mple.com/`,
];

/** Every URL of the tables above that can be read as one, https unless the form says otherwise. */
export const blockedUrls: readonly string[] = [
  ...Object.values(blockedHosts)
    .flat()
    .map((host) => `https://${host}/hook`),
  ...blockedForms,
];
