-- AlterTable
ALTER TABLE "users" ADD COLUMN     "clock" TEXT NOT NULL DEFAULT '24h',
ADD COLUMN     "density" TEXT NOT NULL DEFAULT 'comfortable',
ADD COLUMN     "theme" TEXT NOT NULL DEFAULT 'system',
ADD COLUMN     "time_zone" TEXT;
