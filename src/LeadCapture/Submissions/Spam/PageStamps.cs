using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using LeadCapture.Data;

namespace LeadCapture.Submissions.Spam;

/// Stamps each page of a form when it is made: for which form, when, and whether a link filled it in. Signed, so that nobody makes one,
/// and stored nowhere.
public sealed class PageStamps(RingKeys keys, TimeProvider clock)
{
    private const int FormAt = 0, TimeAt = 4, SaltAt = 12, PrefilledAt = 20, MacAt = 21, Length = 37;

    /// As it is sent.
    private static readonly int Letters = Base64Url.GetEncodedLength(Length);

    /// How often each was sent, for as long as anybody leaves a page open.
    private readonly RecentCounts<long> uses = new(TimeSpan.FromHours(24), most: 50_000, clock);
    private readonly RecentCounts<(long, string)> usesOfNetworks = new(TimeSpan.FromHours(24), most: 50_000, clock);
    private byte[]? key;

    /// "" while the key ring can't be read: nobody is to lose what was typed for that.
    public string New(int form, DateTimeOffset at, bool isPrefilled = false)
    {
        if (Key() is null)
            return "";
        Span<byte> stamp = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32LittleEndian(stamp[FormAt..], form);
        BinaryPrimitives.WriteInt64LittleEndian(stamp[TimeAt..], at.ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(stamp[SaltAt..PrefilledAt]);
        stamp[PrefilledAt] = isPrefilled ? (byte)1 : (byte)0;
        Sign(stamp[..MacAt], stamp[MacAt..]);
        return Base64Url.EncodeToString(stamp);
    }

    /// The one that was sent, as far as it looks like one.
    public string Again(string sent, int form, bool isPrefilled) =>
        sent.Length == Letters ? sent : New(form, clock.GetUtcNow(), isPrefilled);

    /// Counts the use of a valid one, in all and from this network.
    public StampReading Read(string text, int form, string network)
    {
        if (text == "" || Key() is null)
            return StampReading.Missing;
        Span<byte> stamp = stackalloc byte[Length], mac = stackalloc byte[Length - MacAt];
        if (text.Length != Letters || !Base64Url.TryDecodeFromChars(text, stamp, out var read) || read != Length)
            return StampReading.Forged;
        Sign(stamp[..MacAt], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, stamp[MacAt..]) || BinaryPrimitives.ReadInt32LittleEndian(stamp[FormAt..]) != form)
            return StampReading.Forged;
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(stamp[TimeAt..]));
        var salt = BinaryPrimitives.ReadInt64LittleEndian(stamp[SaltAt..]);
        return new(IsValid: true, age, uses.Add(salt), usesOfNetworks.Add((salt, network)), stamp[PrefilledAt] == 1);
    }

    private void Sign(ReadOnlySpan<byte> stamp, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key!, stamp, whole);
        whole[..mac.Length].CopyTo(mac);
    }

    private byte[]? Key()
    {
        try
        {
            return key ??= keys.Of("LeadCapture.PageStamps");
        }
        catch (Exception)
        {
            // Whatever it is: the page is shown without a stamp.
            return null;
        }
    }
}

/// Age: since the page was made. Uses: how often this stamp was sent, with this time; UsesHere: from the network of this time.
public sealed record StampReading(bool IsValid, TimeSpan Age = default, int Uses = 0, int UsesHere = 0, bool IsPrefilled = false)
{
    public static readonly StampReading Missing = new(IsValid: false);
    public static readonly StampReading Forged = new(IsValid: false) { IsForged = true };

    /// Not one of ours, or of another form.
    public bool IsForged { get; private init; }
}
