CREATE TABLE "archives" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"failure" text,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"file" text,
	"size_bytes" double precision
);
--> statement-breakpoint
CREATE TABLE "audiograms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"failure" text,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"master_id" uuid NOT NULL,
	"start_ms" integer NOT NULL,
	"duration_ms" integer NOT NULL,
	"file" text,
	"size_bytes" double precision
);
--> statement-breakpoint
CREATE TABLE "downloads" (
	"episode_id" uuid NOT NULL,
	"day" date NOT NULL,
	"app" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "downloads_episode_id_day_app_pk" PRIMARY KEY("episode_id","day","app")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"failure" text,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"source" text NOT NULL,
	"file" text,
	"report" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_sentences" (
	"episode_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"start_ms" integer NOT NULL,
	"speaker" text NOT NULL,
	"text" text NOT NULL,
	"plain" text NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('french'::regconfig, plain)) STORED,
	CONSTRAINT "public_sentences_episode_id_position_pk" PRIMARY KEY("episode_id","position")
);
--> statement-breakpoint
ALTER TABLE "episodes" ALTER COLUMN "guid" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "episodes" ALTER COLUMN "guid" SET DEFAULT gen_random_uuid()::text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "kind" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "soundbite" jsonb;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "public_slug" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "public_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "public_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "kind" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "soundbite" jsonb;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "notes_html" text;--> statement-breakpoint
ALTER TABLE "rubrics" ADD COLUMN "podcast_guid" uuid;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "is_locked" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "funding_url" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "funding_label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "hub_url" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "moved_to" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audiograms" ADD CONSTRAINT "audiograms_master_id_masters_id_fk" FOREIGN KEY ("master_id") REFERENCES "public"."masters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "downloads" ADD CONSTRAINT "downloads_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_sentences" ADD CONSTRAINT "public_sentences_episode_id_publications_episode_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."publications"("episode_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audiograms_master" ON "audiograms" USING btree ("master_id");--> statement-breakpoint
CREATE INDEX "downloads_day" ON "downloads" USING btree ("day");--> statement-breakpoint
CREATE INDEX "public_sentences_words" ON "public_sentences" USING gin ("words");--> statement-breakpoint
CREATE INDEX "audit_object" ON "audit" USING btree ("what","object");--> statement-breakpoint
CREATE UNIQUE INDEX "members_public_slug" ON "members" USING btree ("public_slug");--> statement-breakpoint
CREATE INDEX "rundown_items_story" ON "rundown_items" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "rundown_items_clip" ON "rundown_items" USING btree ("clip_id");--> statement-breakpoint
CREATE INDEX "story_notes_parent" ON "story_notes" USING btree ("parent_id");