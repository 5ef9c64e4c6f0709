using System.Security.Cryptography;
using System.Text;
using LeadCapture.Data;
using LeadCapture.Leads;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// Pairs tablets, and knows them again.
public sealed class DeviceDoor(LeadDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int CodeLength = 8;
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15);

    private const string Cookie = "leadcapture-booth";
    private const int KeyBytes = 32;

    /// No browser keeps a cookie for longer.
    private static readonly TimeSpan CookieLasts = TimeSpan.FromDays(400);
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.Device");

    /// Adds a code that pairs one tablet. It is not saved yet; codes whose time is over are gone.
    public async Task<string> Invite(int eventId, string deviceName)
    {
        var (code, now) = (Receipt.New()[..CodeLength], clock.GetUtcNow().UtcDateTime);
        await db.Pairings.Where(one => one.ExpiresAt <= now).ExecuteDeleteAsync();
        db.Pairings.Add(new()
        {
            CodeHash = HashOf(code),
            EventId = eventId,
            DeviceName = deviceName,
            ExpiresAt = now + CodeLasts,
        });
        return code;
    }

    /// The new device and its token; null where the code is wrong, used or too old.
    public async Task<(BoothDevice Device, string Token)?> Pair(string code, string browser)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = HashOf(Typed(code));
        var pairing = await db.Pairings.AsNoTracking().SingleOrDefaultAsync(one => one.CodeHash == hash && one.ExpiresAt > now);
        // Of two tablets that send it at once, the one that deletes it is paired.
        if (pairing is null || await db.Pairings.Where(one => one.CodeHash == hash).ExecuteDeleteAsync() == 0)
            return null;
        var token = NewToken();
        var device = new BoothDevice
        {
            Id = Guid.CreateVersion7(now),
            EventId = pairing.EventId,
            Name = pairing.DeviceName,
            TokenHash = HashOf(token),
            Key = protector.Protect(NewToken()),
            PairedAt = now,
            LastSeenAt = now,
            Browser = browser,
        };
        db.Devices.Add(device);
        await db.SaveChangesAsync();
        return (device, token);
    }

    /// For leads that a tablet captured when it was paired with an installation that is lost.
    public async Task<BoothDevice> Adopt(Guid id, BoothDevice by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = new BoothDevice
        {
            Id = id,
            EventId = by.EventId,
            Name = by.Name,
            TokenHash = HashOf(NewToken()),
            Key = "",
            PairedAt = now,
            RevokedAt = now,
            Browser = by.Browser,
        };
        db.Devices.Add(before);
        await db.SaveChangesAsync();
        return before;
    }

    /// Null where the key ring that it was sealed with is not here, or it never had one here.
    public byte[]? KeyOf(BoothDevice device)
    {
        if (device.Key == "")
            return null;
        try
        {
            return WebEncoders.Base64UrlDecode(protector.Unprotect(device.Key));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// Null where the browser is no paired tablet, or one that has to be paired again because its key is not here. One that is revoked is
    /// known all the same.
    public async Task<BoothDevice?> Recognise(HttpRequest request)
    {
        if (!request.Cookies.TryGetValue(Cookie, out var token))
            return null;
        var hash = HashOf(token);
        return await db.Devices.SingleOrDefaultAsync(device => device.TokenHash == hash) is { } known && KeyOf(known) is not null ? known : null;
    }

    /// By its cookie; where that is gone, by its key: a browser that is killed keeps its leads, and may lose a cookie of the last half
    /// minute. It gets a new one, which is not saved yet.
    public async Task<BoothDevice?> Recognise(HttpContext context, Guid id, string proof, string body)
    {
        if (await Recognise(context.Request) is { } known)
            return known;
        if (await db.Devices.SingleOrDefaultAsync(one => one.Id == id) is not { } device || KeyOf(device) is not { } key
            || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)), SealedLead.Bytes(proof)))
            return null;
        var token = NewToken();
        device.TokenHash = HashOf(token);
        Remember(context.Response, token);
        return device;
    }

    /// Sent to the booth alone: no public form knows the tablet by it.
    public static void Remember(HttpResponse response, string token) => response.Cookies.Append(Cookie, token, new()
    {
        Path = BoothRoutes.Root,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = response.HttpContext.Request.IsHttps,
        MaxAge = CookieLasts,
    });

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));

    /// As people type it: small letters, dashes, and letters that look like digits.
    private static string Typed(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(letter => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    })]);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
