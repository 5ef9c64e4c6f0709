using System.Buffers.Binary;
using System.Security.Cryptography;
using LeadCapture.Admin.Users;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Support;

/// People who may sign in.
internal static class Users
{
    public const string Password = "correct horse battery";
    public const string Another = "a third long phrase of mine";

    public static string EmailOf(Role role) => $"{role}@example.com".ToLowerInvariant();

    public static async Task<User> Adds(this TestApp app, Role role, string? email = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var user = new User(email ?? EmailOf(role), $"{role} One", role, now);
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        return user;
    }

    /// The code that an authenticator app shows now, from the key as the page prints it.
    public static string CodeOf(string key, int stepsAhead = 0)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + stepsAhead);
#pragma warning disable CA5350 // RFC 6238 says SHA-1.
        var hash = HMACSHA1.HashData(FromBase32(key.Replace(" ", "", StringComparison.Ordinal)), message);
#pragma warning restore CA5350
        var start = hash[^1] & 15;
        var number = ((hash[start] & 127) << 24) | (hash[start + 1] << 16) | (hash[start + 2] << 8) | hash[start + 3];
        return (number % 1_000_000).ToString("D6", null);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter =>
            Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
