using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace LeadCapture.Tests.Support;

/// A real provider of OpenID Connect on a port of its own: OpenIddict. It asks nobody anything: who comes is its Person.
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private const string ClientId = "leadcapture", Secret = "the secret of leadcapture";
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));
    private static readonly ECDsaSecurityKey SigningKey = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };
    private readonly WebApplication app;

    private OpenIdProvider(int port)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--urls=http://127.0.0.1:{port}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(Configure);
        app = builder.Build();
        app.UseAuthentication();
    }

    public Somebody Person { get; set; } = new("1234", "ann@example.com");

    /// Said instead of sending the person back with a code, such as access_denied.
    public string? Refuses { get; set; }

    /// Makes the next identity tokens wrong.
    public Action<SecurityTokenDescriptor>? Spoils { get; set; }

    /// When it last asked the person who they are; null: it does not say.
    public DateTimeOffset? AskedAt { get; set; }

    /// The person's claims are not in the token, but where LeadCapture must ask for them.
    public bool TellsOnlyWhenAsked { get; set; }

    public int Port => new Uri(app.Urls.First()).Port;

    public string[] Settings =>
    [
        $"OpenId:Authority=http://127.0.0.1:{Port}", $"OpenId:ClientId={ClientId}", $"OpenId:ClientSecret={Secret}",
        "OpenId:Name=Example ID",
        "OpenId:Roles:Owner=bosses", "OpenId:Roles:Operator=sales, events", "OpenId:Roles:Viewer=everybody",
    ];

    public static async Task<OpenIdProvider> Start(int port = 0)
    {
        var provider = new OpenIdProvider(port);
        await provider.app.StartAsync();
        // Ready before the first that counts asks it: on a busy machine that takes its time.
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(provider.app.Urls.First() + "/.well-known/openid-configuration"));
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("me");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes("email", "profile", "groups");
        server.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey).EnableDegradedMode();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(Knows));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(Knows));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(SendBack));
        server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(Tell));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(Spoil)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
    }

    /// At the root, and under the path of some tests.
    private static readonly string[] Registered = ["/admin/login/open-id/callback", "/fair/admin/login/open-id/callback"];

    private static ValueTask Knows(ValidateAuthorizationRequestContext asked)
    {
        if (asked.ClientId != ClientId || !Registered.Contains(new Uri(asked.RedirectUri!).AbsolutePath))
            asked.Reject(Errors.InvalidClient);
        return default;
    }

    private static ValueTask Knows(ValidateTokenRequestContext asked)
    {
        if (asked.ClientId != ClientId || asked.ClientSecret != Secret)
            asked.Reject(Errors.InvalidClient);
        return default;
    }

    private ValueTask SendBack(HandleAuthorizationRequestContext asked)
    {
        if (Refuses is { } error)
        {
            asked.Reject(error, "Ann Lee <ann@example.com> did not want to");
            return default;
        }
        var identity = new ClaimsIdentity("somebody").SetClaim(Claims.Subject, Person.Subject);
        if (!TellsOnlyWhenAsked)
            foreach (var (claim, value) in Person.Claims)
                _ = value switch
                {
                    bool yes => identity.SetClaim(claim, yes),
                    string[] all => identity.SetClaims(claim, [.. all]),
                    _ => identity.SetClaim(claim, value.ToString()),
                };
        if (AskedAt is { } at)
            identity.SetClaim(Claims.AuthenticationTime, at.ToUnixTimeSeconds());
        identity.SetDestinations(_ => [Destinations.IdentityToken]).SetScopes(asked.Request.GetScopes());
        asked.SignIn(new ClaimsPrincipal(identity));
        return default;
    }

    private ValueTask Tell(HandleUserInfoRequestContext asked)
    {
        foreach (var (claim, value) in TellsOnlyWhenAsked ? Person.Claims : [])
            asked.Claims[claim] = value switch
            {
                bool yes => new(yes),
                string[] all => new(all.ToImmutableArray<string?>()),
                _ => new(value.ToString()),
            };
        return default;
    }

    private ValueTask Spoil(GenerateTokenContext token)
    {
        if (token.TokenType == TokenTypeIdentifiers.IdentityToken)
            Spoils?.Invoke(token.SecurityTokenDescriptor);
        return default;
    }
}

/// Verified: null where the provider says nothing about it.
internal sealed record Somebody(string Subject, string Email, bool? Verified = true, params string[] Groups)
{
    public string? Name { get; init; } = "Ann Lee";

    public IEnumerable<(string Claim, object Value)> Claims =>
        new (string Claim, object? Value)[] { ("name", Name), ("email", Email), ("email_verified", Verified), ("groups", Groups) }
            .Where(one => one.Value is not null and not "").Select(one => (one.Claim, one.Value!));
}
