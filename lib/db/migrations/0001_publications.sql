ALTER TABLE "public_files" ALTER COLUMN "episode_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "season_number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "season_name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "air_date" date NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "duration_ms" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "chapters_file" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "vtt_file" uuid;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "srt_file" uuid;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "card_file" text NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "location_country" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
ALTER TABLE "public_files" ADD CONSTRAINT "public_files_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "public_files_episode" ON "public_files" USING btree ("episode_id");