using LeadCapture.Forms;
using LeadCapture.Submissions.ApiKeys;
using static LeadCapture.Admin.Settings.SettingsText;

namespace LeadCapture.Admin.Settings.ApiKeys;

/// The API keys of servers, the newest first, and what was typed for another one.
public sealed record ApiKeysPage(IReadOnlyList<ApiKey> Keys, IReadOnlyList<Form> Forms, ApiKeyForm Typed, DateTime Now)
{
    /// Of the key that was just made; shown only now.
    public string? Token { get; init; }

    public string FormsOf(ApiKey key) => key.FormIds is { Count: > 0 } ids
        ? string.Join(", ", Forms.Where(form => ids.Contains(form.Id)).Select(form => form.Slug))
        : T["All forms"];

    public Pill StateOf(ApiKey key) => key switch
    {
        { RevokedAt: not null } => new(T["Revoked"], "remove"),
        { ExpiresAt: { } end } when end <= Now => new(T["Expired"], "clock", "warn"),
        _ => new(T["Active"], "done", "good"),
    };
}
