CREATE TABLE "cleaned_sounds" (
	"clip_id" uuid NOT NULL,
	"recipe" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"refusal" text,
	"duration_ms" integer,
	"integrated_lufs" double precision,
	"lra_lu" double precision,
	"true_peak_dbtp" double precision,
	"sub_blocks" "bytea",
	"waveform" "bytea",
	"mezzanine_file" text,
	"listening_file" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cleaned_sounds_clip_id_recipe_pk" PRIMARY KEY("clip_id","recipe")
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"episode_id" uuid PRIMARY KEY NOT NULL,
	"clip_id" uuid NOT NULL,
	"parts" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "imaging" text;--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "edit" jsonb;--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "split_from_id" uuid;--> statement-breakpoint
ALTER TABLE "masters" ADD COLUMN "kind" text DEFAULT 'podcast' NOT NULL;--> statement-breakpoint
ALTER TABLE "masters" ADD COLUMN "variants" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "goes_to" text DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "bed_id" uuid;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "join_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "antenne_dbtp" double precision DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "antenne_format" text DEFAULT 'wav24' NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "antenne_fills" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cleaned_sounds" ADD CONSTRAINT "cleaned_sounds_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD CONSTRAINT "rundown_items_bed_id_clips_id_fk" FOREIGN KEY ("bed_id") REFERENCES "public"."clips"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
UPDATE "clips" SET "imaging" = coalesce((SELECT "kind" FROM "rundown_items" WHERE "clip_id" = "clips"."id" AND "kind" IN ('theme', 'ident', 'sting') LIMIT 1), 'sting') WHERE "is_imaging";--> statement-breakpoint
UPDATE "rundown_items" SET "goes_to" = 'antenne' WHERE "antenne_only";--> statement-breakpoint
UPDATE "clips" SET "music" = '{"catalogue": "", "isrc": ""}'::jsonb || "music" WHERE "music" IS NOT NULL;--> statement-breakpoint
UPDATE "publications" SET "music" = (SELECT coalesce(jsonb_agg('{"catalogue": "", "isrc": ""}'::jsonb || "piece"), '[]'::jsonb) FROM jsonb_array_elements("music") AS "piece");--> statement-breakpoint
ALTER TABLE "clips" DROP COLUMN "is_imaging";--> statement-breakpoint
ALTER TABLE "rundown_items" DROP COLUMN "antenne_only";