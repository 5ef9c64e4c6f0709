namespace LeadCapture.Leads.Search;

/// The index in the words of each database: a table of what leads are found by, and one that leads from three letters to its rows.
/// It is made of what the leads say, and can be made anew at any time; that is why no migration has it.
internal sealed record SearchSql
{
    public required string IsThere { get; init; }
    public required IReadOnlyList<string> Make { get; init; }

    /// $1 = trigrams, $2 = all words, $3 = how many at most. Newest first.
    public required string Find { get; init; }

    /// $1 = among how many, $2 = all words, $3 = how many at most. Newest first.
    public required string FindAmongNewest { get; init; }

    public static readonly SearchSql Sqlite = new()
    {
        IsThere = "SELECT 1 FROM sqlite_master WHERE name = 'search_trigrams'",
        Make =
        [
            """
            CREATE TABLE search_entries (id INTEGER PRIMARY KEY, lead_id BLOB NOT NULL UNIQUE REFERENCES leads (id) ON DELETE CASCADE,
                words TEXT NOT NULL)
            """,
            "CREATE TABLE search_marks (id INTEGER PRIMARY KEY, lead_id BLOB NOT NULL)",
            "INSERT INTO search_marks (id, lead_id) VALUES (1, zeroblob(16))",
            """
            CREATE VIRTUAL TABLE search_trigrams USING fts5 (words, content = 'search_entries', content_rowid = 'id',
                tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0)
            """,
            """
            CREATE TRIGGER search_entry_added AFTER INSERT ON search_entries BEGIN
                INSERT INTO search_trigrams (rowid, words) VALUES (new.id, new.words); END
            """,
            """
            CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entries BEGIN
                INSERT INTO search_trigrams (search_trigrams, rowid, words) VALUES ('delete', old.id, old.words);
                INSERT INTO search_trigrams (rowid, words) VALUES (new.id, new.words); END
            """,
            """
            CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entries BEGIN
                INSERT INTO search_trigrams (search_trigrams, rowid, words) VALUES ('delete', old.id, old.words); END
            """,
        ],
        Find = """
            SELECT e.lead_id FROM search_trigrams AS t JOIN search_entries AS e ON e.id = t.rowid
            WHERE t.search_trigrams MATCH $1 AND NOT EXISTS (SELECT 1 FROM json_each($2) WHERE instr(e.words, value) = 0)
            ORDER BY t.rowid DESC LIMIT $3
            """,
        FindAmongNewest = """
            SELECT lead_id FROM (SELECT id, lead_id, words FROM search_entries WHERE id > 0 ORDER BY id DESC LIMIT $1) AS newest
            WHERE NOT EXISTS (SELECT 1 FROM json_each($2) WHERE instr(words, value) = 0) ORDER BY id DESC LIMIT $3
            """,
    };

    /// The trigrams are numbers of our own: pg_trgm would need a right that not everybody has, and knows no letters but those of the
    /// database's locale. An index of this kind gives all that fits at once, oldest first, so there is a most.
    public static readonly SearchSql PostgreSql = new()
    {
        IsThere = "SELECT 1 WHERE to_regclass('search_entries') IS NOT NULL",
        Make =
        [
            """
            CREATE TABLE IF NOT EXISTS search_entries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                lead_id uuid NOT NULL UNIQUE REFERENCES leads (id) ON DELETE CASCADE, words text NOT NULL, trigrams int[] NOT NULL)
            """,
            "CREATE INDEX IF NOT EXISTS search_entries_trigrams ON search_entries USING gin (trigrams) WITH (gin_pending_list_limit = 1024)",
            "CREATE TABLE IF NOT EXISTS search_marks (id int PRIMARY KEY, lead_id uuid NOT NULL)",
            "INSERT INTO search_marks (id, lead_id) VALUES (1, '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING",
        ],
        Find = """
            SELECT lead_id FROM (SELECT id, lead_id FROM search_entries WHERE trigrams @> $1
                AND NOT EXISTS (SELECT 1 FROM unnest($2) AS word WHERE strpos(words, word) = 0) LIMIT 10000) AS found
            ORDER BY id DESC LIMIT $3
            """,
        FindAmongNewest = """
            SELECT lead_id FROM (SELECT id, lead_id, words FROM search_entries WHERE id > 0 ORDER BY id DESC LIMIT $1) AS newest
            WHERE NOT EXISTS (SELECT 1 FROM unnest($2) AS word WHERE strpos(words, word) = 0) ORDER BY id DESC LIMIT $3
            """,
    };
}
