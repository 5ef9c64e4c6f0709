using System.Collections.Frozen;

namespace LeadCapture.Submissions.Spam;

/// What is known of the domains of addresses.
public static class MailDomains
{
    private static readonly Lazy<FrozenSet<string>> Disposable = new(() => EmbeddedList.Set("disposable-domains.txt"));
    private static readonly Lazy<FrozenSet<string>> Free = new(() => EmbeddedList.Set("free-mail-domains.txt"));

    /// Its addresses are made for one message. So are those of its subdomains.
    public static bool IsDisposable(string domain) => Parents(domain).Any(Disposable.Value.Contains);

    /// Anybody gets an address there: one sender says nothing of the others.
    public static bool IsFree(string domain) => Free.Value.Contains(domain);

    /// The domain and all above it that have a dot.
    internal static IEnumerable<string> Parents(string domain)
    {
        for (var rest = domain; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
            yield return rest;
    }
}
