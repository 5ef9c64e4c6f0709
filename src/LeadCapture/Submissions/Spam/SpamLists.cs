using System.Collections.Frozen;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Submissions.Spam;

/// The senders that people allowed and blocked, in memory. Asked for again after a while: another node may have changed them.
public sealed class SpamLists(Store store, RingKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Shelf shelf = new(ListedSenders.None, DateTimeOffset.MinValue);
    private byte[]? key;

    public async ValueTask<ListedSenders> Current()
    {
        var seen = shelf;
        if (clock.GetUtcNow() - seen.ReadAt < Fresh)
            return seen.Senders;
        // Whoever comes meanwhile goes on with what is known.
        shelf = seen with { ReadAt = clock.GetUtcNow() };
        try
        {
            return (shelf = new(await Read(), clock.GetUtcNow())).Senders;
        }
        catch (Exception fault) when (fault is DbException or StoreClosedException or TimeoutException)
        {
            return seen.Senders;
        }
    }

    /// Something was changed here: do not wait until what is known has aged.
    public void Forget() => shelf = shelf with { ReadAt = DateTimeOffset.MinValue };

    /// A lead was released: what its sender sends is welcome. Of a provider where anybody gets an address, this one alone. What a person
    /// listed stays as it is. Saved by the caller.
    public async Task Learn(LeadDb db, string? email, DateTime now)
    {
        if (string.IsNullOrEmpty(email))
            return;
        var domain = Suspect.DomainOf(email);
        var isShared = MailDomains.IsFree(domain) || MailDomains.IsDisposable(domain);
        var entry = EntryOf(SpamEntryKind.Allowed, isShared ? email : domain, now, "");
        if (!db.SpamEntries.Local.Any(one => one.Sender == entry.Sender) && !await db.SpamEntries.AnyAsync(one => one.Sender == entry.Sender))
            db.SpamEntries.Add(entry);
    }

    /// As it is kept: an address only by a hash that nobody makes without the key ring.
    public SpamEntry EntryOf(SpamEntryKind kind, string sender, DateTime now, string by)
    {
        var plain = sender.Trim().ToLowerInvariant();
        var at = plain.LastIndexOf('@');
        return new()
        {
            Kind = kind,
            Sender = at > 0 ? HashOf(plain) : plain.TrimStart('@'),
            Shown = at > 0 ? $"{plain[0]}…{plain[at..]}" : plain.TrimStart('@'),
            AddedAt = now,
            AddedBy = by,
        };
    }

    private string HashOf(string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key ??= keys.Of("LeadCapture.SpamLists"), Encoding.UTF8.GetBytes(address)));

    private async Task<ListedSenders> Read()
    {
        await using var reading = await store.Read();
        var entries = await reading.Query("SELECT sender, kind FROM spam_entries", row => (row.GetString(0), (SpamEntryKind)row.GetInt32(1)));
        return entries.Count == 0 ? ListedSenders.None : new(entries.ToFrozenDictionary(one => one.Item1, one => one.Item2), HashOf);
    }

    private sealed record Shelf(ListedSenders Senders, DateTimeOffset ReadAt);
}

/// As they were read last.
public sealed class ListedSenders(FrozenDictionary<string, SpamEntryKind> senders, Func<string, string> hash)
{
    public static readonly ListedSenders None = new(FrozenDictionary<string, SpamEntryKind>.Empty, address => address);

    public bool Allows(string email, string domain) => KindOf(email, domain) == SpamEntryKind.Allowed;

    public bool Blocks(string email, string domain) => KindOf(email, domain) == SpamEntryKind.Blocked;

    /// The address goes before its domain, and that before the one above it.
    private SpamEntryKind? KindOf(string email, string domain)
    {
        if (senders.Count == 0 || email == "")
            return null;
        if (senders.TryGetValue(hash(email.ToLowerInvariant()), out var kind))
            return kind;
        foreach (var parent in MailDomains.Parents(domain))
            if (senders.TryGetValue(parent, out kind))
                return kind;
        return null;
    }
}
