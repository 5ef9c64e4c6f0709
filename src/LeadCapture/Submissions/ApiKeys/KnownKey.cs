using System.Security.Cryptography;
using System.Text;
using LeadCapture.Forms;

namespace LeadCapture.Submissions.ApiKeys;

/// An API key, ready for use.
public sealed record KnownKey(int Id, string Hash, IReadOnlyList<int> Forms, int PerMinute, DateTime? ExpiresAt)
{
    private const int IdLength = 40;

    public bool MayUse(PublishedForm form) => Forms.Count == 0 || Forms.Contains(form.Id);

    /// An idempotency key is this key's own: neither another one nor a visitor can name, or guess, what is stored for it.
    public string SubmissionIdOf(string idempotencyKey) => "key-" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Hash), Encoding.UTF8.GetBytes(idempotencyKey)))[..IdLength];
}
