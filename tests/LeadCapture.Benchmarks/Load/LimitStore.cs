namespace LeadCapture.Benchmarks.Load;

/// The least that keeps a lead: two durable writes.
public abstract class LimitStore : IDisposable
{
    protected const string InsertSql =
        "INSERT INTO leads (created_at, email, first_name, last_name, company, title, phone, notes) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

    protected const string DoneSql = "UPDATE leads SET sent_at = $1, answer = $2 WHERE id = $3";

    public static LimitStore Open(StoreKind store, string connectionString) => store == StoreKind.Sqlite
        ? new SqliteLimitStore(connectionString)
        : new PostgreSqlLimitStore(connectionString);

    public abstract Task<long> Insert(LimitLead lead);

    public abstract Task Done(long id, string answer);

    public abstract void Dispose();

    protected static string TableSql(string id, string time) => $"""
        CREATE TABLE IF NOT EXISTS leads (id {id}, created_at {time} NOT NULL, email text NOT NULL,
            first_name text, last_name text, company text, title text, phone text, notes text, sent_at {time}, answer text)
        """;

    protected static object[] Values(LimitLead lead) =>
        [DateTime.UtcNow, lead.Email, lead.FirstName, lead.LastName, lead.Company, lead.Title, lead.Phone, lead.Notes];
}
