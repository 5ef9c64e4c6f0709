using System.Collections.Concurrent;
using System.Security.Cryptography;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadCapture.Booth;

/// The private keys of events, which open what tablets have sealed.
public sealed class EventKeys(SecretBox secrets)
{
    private readonly ConcurrentDictionary<string, string> known = new();

    /// Null where there is no such key, or it cannot be read.
    public async Task<ECDiffieHellman?> Find(string keyId)
    {
        if (!known.TryGetValue(keyId, out var stored))
        {
            if (await Read(keyId) is not { } found)
                return null;
            stored = known.GetOrAdd(keyId, found);
        }
        var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(WebEncoders.Base64UrlDecode(stored), out _);
        return pair;
    }

    /// As it is stored.
    public async Task<string?> Read(string keyId)
    {
        try
        {
            return await secrets.Read(EventKey.SecretOf(keyId));
        }
        catch (SettingException)
        {
            return null;
        }
    }
}
