CREATE TABLE "air_deeds" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"is_rehearsal" boolean DEFAULT false NOT NULL,
	"key" uuid NOT NULL,
	"deed" text NOT NULL,
	"item_id" uuid,
	"ms" integer,
	"at" timestamp with time zone NOT NULL,
	"plan_start" timestamp with time zone,
	"title" text DEFAULT '' NOT NULL,
	"planned_ms" integer,
	"member_id" uuid,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"episode_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"frozen_by" uuid,
	"signed_by" text NOT NULL,
	"frozen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skipped_airings" (
	"air_date" date PRIMARY KEY NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid NOT NULL,
	"episode_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "is_recorded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_changes" ADD COLUMN "revisits" integer;--> statement-breakpoint
ALTER TABLE "rundown_changes" ADD COLUMN "key" uuid;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "fixed_start" text;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "fixed_end" text;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "hit_time" text;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "is_skipped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "count_to_end" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_items" ADD COLUMN "extra" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_templates" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "rundown_templates" ADD COLUMN "title_pattern" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rundown_templates" ADD COLUMN "air_time" text;--> statement-breakpoint
ALTER TABLE "rundown_templates" ADD COLUMN "target_ms" integer;--> statement-breakpoint
ALTER TABLE "rundown_templates" ADD COLUMN "days_ahead" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "shows" ADD COLUMN "rundown_columns" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "air_deeds" ADD CONSTRAINT "air_deeds_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_episode_id_episodes_id_fk" FOREIGN KEY ("episode_id") REFERENCES "public"."episodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "air_deeds_key" ON "air_deeds" USING btree ("key");--> statement-breakpoint
CREATE INDEX "air_deeds_episode" ON "air_deeds" USING btree ("episode_id","is_rehearsal");--> statement-breakpoint
CREATE INDEX "broadcasts_episode" ON "broadcasts" USING btree ("episode_id","frozen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_token" ON "tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "tokens_member" ON "tokens" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rundown_changes_key" ON "rundown_changes" USING btree ("key");