-- Accents and typing errors are forgiven where the database can: a blog must start without these, too.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS unaccent;
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege THEN
  RAISE NOTICE 'Search will not forgive accents: %', SQLERRM;
END $$;
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege THEN
  RAISE NOTICE 'Search will not forgive typing errors: %', SQLERRM;
END $$;

CREATE TEXT SEARCH CONFIGURATION "octavo" (COPY = pg_catalog.english);
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'unaccent') THEN
    ALTER TEXT SEARCH CONFIGURATION "octavo" ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
  END IF;
END $$;

-- What is looked through: the words of every publication that readers see or will see, in rows that are quick to read.
CREATE TABLE "search_entry" (
  "publication_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "date" TIMESTAMPTZ(3) NOT NULL,
  "visible_from" TIMESTAMPTZ(3) NOT NULL,
  "visible_until" TIMESTAMPTZ(3),
  "title" TEXT NOT NULL,
  "vector" TSVECTOR NOT NULL,
  CONSTRAINT "search_entry_pkey" PRIMARY KEY ("publication_id"),
  CONSTRAINT "search_entry_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Beside the row from a few words on, so that the rows of a common word are few pages; unpacked, because many are looked at.
ALTER TABLE "search_entry" ALTER COLUMN "vector" SET STORAGE EXTERNAL, SET (toast_tuple_target = 256);

-- Postgres takes a run of Chinese, Japanese or Korean signs for one word and emoji for none: pairs of signs, and a word for each emoji.
CREATE FUNCTION "search_words"("given" TEXT) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  signs CONSTANT TEXT := '\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff';
  emoji CONSTANT TEXT := '\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff';
  sign TEXT;
BEGIN
  IF given ~ ('[' || emoji || ']') THEN
    FOR sign IN SELECT DISTINCT hit[1] FROM regexp_matches(given, '[' || emoji || ']', 'g') AS hit LOOP
      given := replace(given, sign, ' u' || to_hex(ascii(sign)) || ' ');
    END LOOP;
  END IF;
  IF given !~ ('[' || signs || ']') THEN
    RETURN given;
  END IF;
  RETURN (
    SELECT string_agg(part[1] || ' ' || coalesce((
      SELECT string_agg(pair, ' ' ORDER BY place) FROM (
        SELECT place, sign_here || coalesce(lead(sign_here) OVER (ORDER BY place), '') AS pair
        FROM unnest(string_to_array(part[2], NULL)) WITH ORDINALITY AS one(sign_here, place)) pairs), '') || ' ', '' ORDER BY at)
    FROM regexp_matches(given, '([^' || signs || ']*)([' || signs || ']*)', 'g') WITH ORDINALITY AS parts(part, at));
END $$;

CREATE FUNCTION "search_vector"("shown" "revision") RETURNS TSVECTOR LANGUAGE plpgsql STABLE AS $$
DECLARE
  head TSVECTOR := setweight(to_tsvector('octavo', search_words(shown.title)), 'A')
    || setweight(to_tsvector('octavo', search_words(concat_ws(' ', shown.subtitle, shown.description))), 'B');
BEGIN
  RETURN head || to_tsvector('octavo', search_words(left(coalesce(shown.text, ''), 100000)));
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN head || to_tsvector('octavo', search_words(left(shown.text, 10000)));
END $$;

CREATE FUNCTION "search_title"("title" TEXT) RETURNS TEXT LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN lower(unaccent(title));
EXCEPTION WHEN undefined_function THEN
  RETURN lower(title);
END $$;

-- What has ended is looked for by nobody.
CREATE FUNCTION "keep_search_entry"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.visible_until <= now() THEN
    DELETE FROM search_entry WHERE publication_id = NEW.id;
    RETURN NULL;
  END IF;
  UPDATE search_entry SET date = NEW.date, visible_from = NEW.visible_from, visible_until = NEW.visible_until
  WHERE publication_id = NEW.id AND revision_id = NEW.revision_id;
  IF NOT FOUND THEN
    INSERT INTO search_entry (publication_id, revision_id, date, visible_from, visible_until, title, vector)
    SELECT NEW.id, r.id, NEW.date, NEW.visible_from, NEW.visible_until, search_title(r.title), search_vector(r)
    FROM revision r WHERE r.id = NEW.revision_id
    ON CONFLICT (publication_id) DO UPDATE SET revision_id = EXCLUDED.revision_id, date = EXCLUDED.date,
      visible_from = EXCLUDED.visible_from, visible_until = EXCLUDED.visible_until, title = EXCLUDED.title, vector = EXCLUDED.vector;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "publication_search" AFTER INSERT OR UPDATE ON "publication" FOR EACH ROW EXECUTE FUNCTION keep_search_entry();

-- An imported text is rendered after it is published.
CREATE FUNCTION "renew_search_entry"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_entry SET vector = search_vector(NEW), title = search_title(NEW.title) WHERE revision_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "revision_search" AFTER UPDATE OF "text", "title" ON "revision" FOR EACH ROW
  WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION renew_search_entry();

INSERT INTO search_entry (publication_id, revision_id, date, visible_from, visible_until, title, vector)
SELECT p.id, r.id, p.date, p.visible_from, p.visible_until, search_title(r.title), search_vector(r)
FROM publication p JOIN revision r ON r.id = p.revision_id WHERE p.visible_until IS NULL OR p.visible_until > now();

CREATE INDEX "search_entry_vector" ON "search_entry" USING gin ("vector");
CREATE INDEX "search_entry_revision_id" ON "search_entry"("revision_id");
CREATE INDEX "search_entry_date" ON "search_entry"("date" DESC);

ALTER TABLE "revision" DROP COLUMN "search";
