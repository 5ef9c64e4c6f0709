using LeadCapture.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LeadCapture.Admin.Access;

/// Sign-in by a provider of OpenID Connect: code flow with PKCE, state and nonce. Its assemblies are loaded here, and only where
/// a provider is set.
internal static class OpenIdRegistration
{
    public const string Scheme = "OpenId";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void AddOpenId(this IServiceCollection services, OpenIdOptions options) => services.AddAuthentication()
        // Holds whom the provider sent until the next request decides about them.
        .AddCookie(IdentityConstants.ExternalScheme, cookie =>
        {
            cookie.Cookie.Guard("leadcapture-person");
            cookie.ExpireTimeSpan = AdminCookies.SecondStep;
        })
        .AddOpenIdConnect(Scheme, open =>
        {
            open.SignInScheme = IdentityConstants.ExternalScheme;
            open.CallbackPath = OpenIdController.Callback;
            open.Authority = options.Authority!.AbsoluteUri;
            open.ClientId = options.ClientId;
            open.ClientSecret = options.ClientSecret;
            open.RequireHttpsMetadata = options.Authority.Scheme == "https";
            open.BackchannelTimeout = Patience;
            open.ResponseType = OpenIdConnectResponseType.Code;
            // A form that another site posts comes without our cookies.
            open.ResponseMode = OpenIdConnectResponseMode.Query;
            open.CorrelationCookie.Guard("leadcapture-state.");
            open.NonceCookie.Guard("leadcapture-nonce.");
            open.DisableTelemetry = true;
            open.TokenHandler = new SignedTokens { MapInboundClaims = false };
            Ask(open, options.GroupsClaim);
            open.Events.OnTicketReceived = received =>
            {
                received.Principal = Person.Of(received.Principal!, options).Keep();
                return Task.CompletedTask;
            };
            open.Events.OnRemoteFailure = OpenIdFailures.Explain;
        });

    /// The handler lets tokens pass that nobody has signed, because the provider itself hands them over. Whoever stands between
    /// could too.
    private sealed class SignedTokens : JsonWebTokenHandler
    {
        public override Task<TokenValidationResult> ValidateTokenAsync(
            string token, TokenValidationParameters validationParameters)
        {
            validationParameters.RequireSignedTokens = true;
            return base.ValidateTokenAsync(token, validationParameters);
        }
    }

    private static void Ask(OpenIdConnectOptions open, string groups)
    {
        open.MapInboundClaims = false;
        open.GetClaimsFromUserInfoEndpoint = true;
        open.Scope.Add("email");
        open.ClaimActions.Remove("iss");
        open.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        open.ClaimActions.MapJsonKey(groups, groups);
        // Some providers send groups only when asked, others refuse a scope that they do not know.
        open.Events.OnRedirectToIdentityProvider = async context =>
        {
            var provider = await open.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
            if (provider.ScopesSupported.Contains(groups))
                context.ProtocolMessage.Scope += " " + groups;
        };
    }
}
