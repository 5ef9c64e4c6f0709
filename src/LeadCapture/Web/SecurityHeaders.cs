using System.Runtime.CompilerServices;
using LeadCapture.Settings;
using NetEscapades.AspNetCore.SecurityHeaders.Headers;
using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace LeadCapture.Web;

/// What a page may do, and who may frame it: one policy for each class of page. Nobody frames it, but for an embedded form
/// on the sites that its owner lists.
public static class SecurityHeaders
{
    /// Every answer that is of no other class; errors always.
    public const string Page = "page";

    /// The page shows what one visitor gave: no copy of it stays behind, and no link carries its address away.
    public const string Private = "private";

    /// No link carries an address of ours away. Our own forms still say where they come from: passkeys are checked against it. What
    /// visitors see is shown in frames.
    public const string Admin = "admin";

    /// A page of the admin area that another one of it shows in a frame.
    public const string OwnFrame = "own-frame";

    /// The app of a tablet reads codes with a decoder that is compiled where it runs, and plays the video that it has kept.
    public const string Booth = "booth";

    public static void AddSecurityHeaders(this IServiceCollection services, WebOptions options)
    {
        var (page, frames) = (OfPage(options), new FramePolicies());
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(page)
            .AddPolicy(Page, page)
            .AddPolicy(Private, OfPage(options).AddReferrerPolicyNoReferrer().AddCustomHeader("Cache-Control", "no-store"))
            .AddPolicy(Admin, OfPage(options, csp =>
            {
                csp.AddFrameSrc().Self();
                csp.AddMediaSrc().Self();
            }).AddReferrerPolicySameOrigin())
            .AddPolicy(Booth, OfPage(options, csp =>
            {
                csp.AddScriptSrc().Self().WasmUnsafeEval();
                csp.AddMediaSrc().Blob();
            }))
            .AddPolicy(OwnFrame, OfPage(options).AddReferrerPolicySameOrigin()
                .AddContentSecurityPolicy(csp => Restrict(csp).AddFrameAncestors().Self()))
            .SetPolicySelector(context => context.EndpointPolicy ?? frames.Of(context));
    }

    public static void KeepPrivate(HttpContext context) => Note(context).Class = Private;

    public static void AllowFrames(HttpContext context, IReadOnlyList<string> sites) => Note(context).FramedBy = sites;

    /// What a form of this page is answered with may lead there: browsers look at each address on the way.
    public static void AllowFormsTo(HttpContext context, IReadOnlyList<string> sites) => Note(context).SendsTo = sites;

    private static HeaderPolicyCollection OfPage(WebOptions options, Action<CspBuilder>? allow = null)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                Restrict(csp);
                allow?.Invoke(csp);
                csp.AddFrameAncestors().None();
            })
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddPermissionsPolicy(Permit)
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin());
        return options.IsHttps
            ? policy.AddStrictTransportSecurity(
                StrictTransportSecurityHeader.OneYearInSeconds, includeSubdomains: false, preload: false)
            : policy;
    }

    private static CspBuilder Restrict(CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddManifestSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().None();
        return csp;
    }

    private static void Permit(PermissionsPolicyBuilder features)
    {
        features.AddCustomFeature("camera", "(self)");
        features.AddCustomFeature("fullscreen", "(self)");
        features.AddGeolocation().None();
        features.AddMicrophone().None();
        features.AddPayment().None();
    }

    /// What an action says of its page.
    private static PageNote Note(HttpContext context)
    {
        if (context.Features.Get<PageNote>() is { } note)
            return note;
        context.Features.Set(note = new PageNote());
        return note;
    }

    private sealed class PageNote
    {
        public string Class { get; set; } = Page;
        public IReadOnlyList<string>? FramedBy { get; set; }
        public IReadOnlyList<string>? SendsTo { get; set; }
    }

    /// Made once for each list of sites, and kept for as long as the version of the form that has it.
    private sealed class FramePolicies
    {
        private readonly ConditionalWeakTable<IReadOnlyList<string>, Dictionary<string, HeaderPolicyCollection>> made = [];
        private readonly ConditionalWeakTable<IReadOnlyList<string>, Dictionary<string, HeaderPolicyCollection>> sending = [];

        public IReadOnlyHeaderPolicyCollection Of(PolicySelectorContext context)
        {
            if (context.HttpContext.Features.Get<PageNote>() is not { } note)
                return context.DefaultPolicy;
            var all = context.ConfiguredPolicies;
            if (note.SendsTo is { } onward)
                return sending.GetValue(onward, _ => all.ToDictionary(one => one.Key, one => Sending(one.Value, onward)))[note.Class];
            return note.FramedBy is { } sites
                ? made.GetValue(sites, _ => all.ToDictionary(one => one.Key, one => Framed(one.Value, sites)))[note.Class]
                : all[note.Class];
        }

        private static HeaderPolicyCollection Sending(IReadOnlyHeaderPolicyCollection policy, IReadOnlyList<string> sites) =>
            policy.Copy().AddContentSecurityPolicy(csp =>
            {
                Restrict(csp).AddFrameAncestors().None();
                csp.AddFormAction().Self().From(sites);
            });

        private static HeaderPolicyCollection Framed(IReadOnlyHeaderPolicyCollection policy, IReadOnlyList<string> sites) =>
            policy.Copy().AddContentSecurityPolicy(csp =>
            {
                var frames = Restrict(csp).AddFrameAncestors();
                _ = sites.Count == 0 ? frames.From("*") : frames.Self().From(sites);
            });
    }
}
