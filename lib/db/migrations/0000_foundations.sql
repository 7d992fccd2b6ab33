CREATE TABLE "attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"door" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid,
	"what" text NOT NULL,
	"object" text DEFAULT '' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clips" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"owner_id" uuid,
	"story_id" uuid,
	"state" text DEFAULT 'received' NOT NULL,
	"refusal" text,
	"progress" double precision DEFAULT 0 NOT NULL,
	"original_name" text NOT NULL,
	"original_file" text NOT NULL,
	"size_bytes" double precision NOT NULL,
	"duration_ms" integer,
	"facts" jsonb,
	"integrated_lufs" double precision,
	"lra_lu" double precision,
	"true_peak_dbtp" double precision,
	"sub_blocks" "bytea",
	"waveform" "bytea",
	"mezzanine_file" text,
	"listening_file" text,
	"music" jsonb,
	"is_imaging" boolean DEFAULT false NOT NULL,
	"credits" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "episodes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"season_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"guid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"air_date" date NOT NULL,
	"air_time" text NOT NULL,
	"target_ms" integer NOT NULL,
	"rundown_version" integer DEFAULT 0 NOT NULL,
	"publish_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "houses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"token_hash" text NOT NULL,
	"code_hash" text,
	"single_use" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"first_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"handed_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "masters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"episode_id" uuid NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"rundown_version" integer NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"failure" text,
	"file" text,
	"size_bytes" double precision,
	"sha256" text,
	"duration_ms" integer,
	"integrated_lufs" double precision,
	"true_peak_dbtp" double precision,
	"lra_lu" double precision,
	"chapters" jsonb,
	"report" jsonb,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"house_id" uuid,
	"email" text,
	"reading_wpm" smallint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"suspended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "public_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" double precision NOT NULL,
	"sha256" text NOT NULL,
	"episode_id" uuid,
	"first_published_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"episode_id" uuid PRIMARY KEY NOT NULL,
	"master_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"chapters" jsonb NOT NULL,
	"transcript" jsonb NOT NULL,
	"stories" jsonb NOT NULL,
	"persons" jsonb NOT NULL,
	"music" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rundown_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"member_id" uuid,
	"what" text NOT NULL,
	"change" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rundown_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"episode_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"who" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"planned_ms" integer DEFAULT 0 NOT NULL,
	"story_id" uuid,
	"clip_id" uuid,
	"antenne_only" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rundown_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"items" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"key_id" uuid,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shows" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"category" text DEFAULT 'Society & Culture' NOT NULL,
	"subcategory" text DEFAULT '' NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"director" text DEFAULT '' NOT NULL,
	"owner_email" text DEFAULT '' NOT NULL,
	"station" text DEFAULT '' NOT NULL,
	"frequency" text DEFAULT '' NOT NULL,
	"slot_weekday" smallint,
	"slot_time" text DEFAULT '18:00' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"target_ms" integer DEFAULT 1650000 NOT NULL,
	"podcast_lufs" double precision DEFAULT -16 NOT NULL,
	"podcast_dbtp" double precision DEFAULT -1 NOT NULL,
	"antenne_lufs" double precision DEFAULT -23 NOT NULL,
	"license" text DEFAULT 'cc-by-nc-sa-4.0' NOT NULL,
	"location_name" text DEFAULT '' NOT NULL,
	"location_geo" text DEFAULT '' NOT NULL,
	"location_osm" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"cover_file" text,
	"podcast_guid" uuid,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"rubric_id" uuid,
	"state" text DEFAULT 'idea' NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "story_documents" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"state" "bytea" NOT NULL,
	"content" jsonb NOT NULL,
	"words" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_people" (
	"story_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "story_people_story_id_member_id_pk" PRIMARY KEY("story_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "story_themes" (
	"story_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	CONSTRAINT "story_themes_story_id_theme_id_pk" PRIMARY KEY("story_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "story_updates" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"member_id" uuid,
	"update" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"story_id" uuid,
	"name" text NOT NULL,
	"size_bytes" double precision NOT NULL,
	"clip_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_season_id_seasons_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."seasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "masters" ADD CONSTRAINT "masters_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_house_id_houses_id_fk" FOREIGN KEY ("house_id") REFERENCES "public"."houses"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_master_id_masters_id_fk" FOREIGN KEY ("master_id") REFERENCES "public"."masters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rundown_changes" ADD CONSTRAINT "rundown_changes_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD CONSTRAINT "rundown_items_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD CONSTRAINT "rundown_items_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD CONSTRAINT "rundown_items_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_key_id_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."keys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_rubric_id_rubrics_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubrics"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_documents" ADD CONSTRAINT "story_documents_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_people" ADD CONSTRAINT "story_people_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_people" ADD CONSTRAINT "story_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_themes" ADD CONSTRAINT "story_themes_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_themes" ADD CONSTRAINT "story_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_updates" ADD CONSTRAINT "story_updates_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_door_at" ON "attempts" USING btree ("door","created_at");--> statement-breakpoint
CREATE INDEX "clips_story" ON "clips" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "clips_owner" ON "clips" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "episodes_slug" ON "episodes" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "episodes_number" ON "episodes" USING btree ("season_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "episodes_guid" ON "episodes" USING btree ("guid");--> statement-breakpoint
CREATE INDEX "episodes_air_date" ON "episodes" USING btree ("air_date");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_token" ON "keys" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_code" ON "keys" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "keys_member" ON "keys" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "masters_episode" ON "masters" USING btree ("episode_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "rubrics_slug" ON "rubrics" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "rundown_changes_version" ON "rundown_changes" USING btree ("episode_id","version");--> statement-breakpoint
CREATE INDEX "rundown_items_episode" ON "rundown_items" USING btree ("episode_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_name" ON "seasons" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_number" ON "seasons" USING btree ("number");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "stories_author" ON "stories" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "story_people_member" ON "story_people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "story_updates_story" ON "story_updates" USING btree ("story_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_slug" ON "themes" USING btree ("slug");