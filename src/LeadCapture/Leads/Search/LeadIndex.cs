using System.Text.Json;
using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Leads.Search;

/// Finds leads by parts of their names, companies, addresses and numbers.
public sealed class LeadIndex(Store store)
{
    /// Where no three letters are given, so many are looked through.
    public const int Reach = 5000;

    private readonly SearchSql sql = store.IsShared ? SearchSql.PostgreSql : SearchSql.Sqlite;

    /// Makes it where it is not there. Of nodes that start together, one does.
    public async Task Prepare()
    {
        await using (var reading = await store.Read())
            if ((await reading.Query(sql.IsThere, _ => true)).Count > 0)
                return;
        await using var transaction = await store.Begin();
        transaction.Lock(["search_entries"]);
        foreach (var statement in sql.Make)
            transaction.Add(statement);
        await transaction.Commit();
    }

    /// The newest that have all words, and whether there are more.
    public async Task<SearchResult> Find(string text, int count)
    {
        await using var reading = await store.Read();
        var result = new SearchResult([], HasMore: false, AmongNewest: false);
        foreach (var terms in SearchTerms.Of(text))
            if ((result = await Find(reading, terms, count)).Leads.Count > 0)
                break;
        return result;
    }

    /// The next leads behind this one, with their words where the index does not have them.
    internal async Task<List<(Guid Lead, string? Words)>> Stretch(Guid after, int count)
    {
        await using var reading = await store.Read();
        return await reading.Query(
            """
            SELECT l.id, CASE WHEN e.lead_id IS NULL THEN l.answers_json END
            FROM leads AS l LEFT JOIN search_entries AS e ON e.lead_id = l.id AND e.lead_id > $1
            WHERE l.id > $1 ORDER BY l.id LIMIT $2
            """,
            row => (reading.Id(row, 0), row.IsDBNull(1) ? null : SearchEntry.Of(row.GetString(1))), after, count);
    }

    /// From this one on, which is there.
    public async Task<Guid> Newest(Guid from)
    {
        await using var reading = await store.Read();
        return (await reading.Query(
            "SELECT id FROM leads WHERE id >= $1 ORDER BY id DESC LIMIT 1", row => reading.Id(row, 0), from)).FirstOrDefault(from);
    }

    internal async Task<Guid> Mark()
    {
        await using var reading = await store.Read();
        return (await reading.Query("SELECT lead_id FROM search_marks WHERE id = 1", row => reading.Id(row, 0)))[0];
    }

    /// False where another node is at it. What a correction has written meanwhile is newer, and stays.
    internal async Task<bool> Add(IReadOnlyList<(Guid Lead, string? Words)> stretch, Guid mark)
    {
        await using var transaction = await store.Begin();
        if (store.IsShared && (await transaction.Query(
                "SELECT id FROM search_marks WHERE id = 1 FOR UPDATE SKIP LOCKED", row => row.GetInt32(0))).Count == 0)
            return false;
        foreach (var (lead, words) in stretch)
            if (words is not null && store.IsShared)
                transaction.Add("INSERT INTO search_entries (lead_id, words, trigrams) VALUES ($1, $2, $3) ON CONFLICT (lead_id) DO NOTHING",
                    lead, words, Trigrams.NumbersOf(words));
            else if (words is not null)
                transaction.Add("INSERT INTO search_entries (lead_id, words) VALUES ($1, $2) ON CONFLICT (lead_id) DO NOTHING", lead, words);
        transaction.Add("UPDATE search_marks SET lead_id = $1 WHERE id = 1 AND lead_id < $1", mark);
        await transaction.Commit();
        return true;
    }

    /// By what a correction says, in its transaction: from then on the old words lead nowhere.
    public static Task Correct(LeadDb db, Guid lead, SubmittedAnswers answers)
    {
        var words = SearchEntry.Of(answers);
        return db is SqliteLeadDb
            ? db.Database.ExecuteSqlAsync($"""
                INSERT INTO search_entries (lead_id, words) VALUES ({lead.ToByteArray(bigEndian: true)}, {words})
                ON CONFLICT (lead_id) DO UPDATE SET words = excluded.words
                """)
            : db.Database.ExecuteSqlAsync($"""
                INSERT INTO search_entries (lead_id, words, trigrams) VALUES ({lead}, {words}, {Trigrams.NumbersOf(words)})
                ON CONFLICT (lead_id) DO UPDATE SET words = excluded.words, trigrams = excluded.trigrams
                """);
    }

    /// A frequent word is found among the newest at once. Whatever is not is rare enough for the index.
    private async Task<SearchResult> Find(SqlReader reading, SearchTerms terms, int count)
    {
        var newest = await Leads(reading, sql.FindAmongNewest, Reach, terms, count + 1);
        if (newest.Count > count || !terms.HasTrigrams)
            return Result(newest, count, !terms.HasTrigrams);
        return Result(await Leads(reading, sql.Find, TrigramsOf(terms), terms, count + 1), count, amongNewest: false);
    }

    private ValueTask<List<Guid>> Leads(SqlReader reading, string question, object where, SearchTerms terms, int count) => reading.Query(
        question, row => reading.Id(row, 0), where,
        store.IsShared ? terms.Words.ToArray() : JsonSerializer.Serialize(terms.Words, SearchJson.Default.IReadOnlyListString), count);

    /// In quotation marks, nothing is a sign of the query.
    private object TrigramsOf(SearchTerms terms) => store.IsShared
        ? terms.Trigrams.SelectMany(Trigrams.NumbersOf).ToArray()
        : string.Join(' ', terms.Trigrams.Select(trigram => $"\"{trigram.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private static SearchResult Result(List<Guid> found, int count, bool amongNewest) =>
        new([.. found.Take(count)], found.Count > count, amongNewest);
}

/// AmongNewest: no more than these were looked through.
public sealed record SearchResult(IReadOnlyList<Guid> Leads, bool HasMore, bool AmongNewest);
