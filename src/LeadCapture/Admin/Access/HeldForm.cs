using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Admin.Access;

/// What somebody typed, while they are asked who they are: sealed into the page, so that nobody reads a key or a password that
/// is in it, or sends it to another place than the one it was typed for.
public sealed class HeldForm(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Input = "held";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private readonly IDataProtector protector = protection.CreateProtector("LeadCapture.HeldForm");

    public string Seal(CurrentUser me, string path, IFormCollection typed) => protector.Protect(JsonSerializer.Serialize(new Held(
        me.SignInId, path, clock.GetUtcNow().UtcDateTime,
        typed.Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(input => input.Key, input => (string?[])[.. input.Value]))));

    /// Null where it is over, or was never typed here.
    public IFormCollection? Open(CurrentUser me, string path, string sealedForm)
    {
        try
        {
            var held = JsonSerializer.Deserialize<Held>(protector.Unprotect(sealedForm))!;
            return held.SignIn == me.SignInId && held.Path == path && clock.GetUtcNow().UtcDateTime - held.At < Lifetime
                ? new FormCollection(held.Inputs.ToDictionary(input => input.Key, input => new StringValues(input.Value)))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Held(Guid SignIn, string Path, DateTime At, Dictionary<string, string?[]> Inputs);
}
