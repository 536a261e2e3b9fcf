-- Similarity of names, search without accents, and how a name sounds. All are trusted extensions: the database's owner may
-- create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- A text without case and accents. `unaccent` alone is only stable, because its dictionary could be altered; naming the
-- dictionary makes it safe to index as long as nobody alters that one.
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
--> statement-breakpoint
-- The words of a name as they sound: a double metaphone for a Latin word, the word itself in other scripts. Legal forms and
-- single letters say nothing about who it is.
CREATE FUNCTION name_keys(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT coalesce(array_agg(DISTINCT word_key), '{}')
  FROM (
    SELECT CASE WHEN word ~ '^[a-z]+$' THEN coalesce(nullif(public.dmetaphone(word), ''), word) ELSE word END AS word_key
    FROM regexp_split_to_table(public.fold_text(value), '[\s.,;:/&()''"-]+') AS word
    WHERE char_length(word) > 1
      AND word NOT IN ('ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'co', 'company', 'gmbh', 'ag', 'sa', 'sarl', 'bv', 'nv', 'fze', 'fzco', 'dmcc', 'pjsc', 'the', 'and')
  ) AS words
$$;
