using LeadCapture.Data;

namespace LeadCapture.Forms;

/// Brings the forms in the database up to date, before anybody reads them.
public static class StoredForms
{
    /// A new installation has some. Another node that starts on the same new database may do the same at the same time.
    public static async Task AddStarters(SqlTransaction transaction, DateTime now)
    {
        if ((await transaction.Query("SELECT 1 FROM forms LIMIT 1", _ => true)).Count > 0)
            return;
        foreach (var (slug, definition) in StarterForms.All)
        {
            transaction.Add(
                "INSERT INTO forms (slug, published_version, draft, last_draft) VALUES ($1, 1, 0, 0) ON CONFLICT (slug) DO NOTHING", slug);
            transaction.Add(
                """
                INSERT INTO form_versions (form_id, number, created_at, published_by, definition)
                SELECT id, 1, $2, '', $3 FROM forms WHERE slug = $1 ON CONFLICT (form_id, number) DO NOTHING
                """,
                slug, now, definition.ToJson());
        }
    }

    /// Rewrites those of an older schema. One that cannot be read stays as it is, and says so where it is asked for.
    public static async Task Upgrade(SqlTransaction transaction)
    {
        foreach (var table in new[] { "form_versions", "form_drafts" })
        {
            var older = await transaction.Query(
                $"SELECT form_id, number, definition FROM {table} WHERE definition NOT LIKE $1",
                row => (Form: row.GetInt32(0), Number: row.GetInt32(1), Definition: row.GetString(2)),
                FormJson.Current + "%");
            foreach (var (form, number, definition) in older)
                if (Current(definition) is { } current)
                    transaction.Add($"UPDATE {table} SET definition = $3 WHERE form_id = $1 AND number = $2", form, number, current);
        }
    }

    private static string? Current(string definition)
    {
        try
        {
            return FormDefinition.Parse(definition).ToJson();
        }
        catch (FormException)
        {
            return null;
        }
    }
}
