using LeadCapture.Admin;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Admin;

/// Made from the list of all routes: none that is added can be forgotten.
public class RoleTests
{
    [Fact]
    public async Task Every_route_of_the_admin_area_says_whom_it_is_for()
    {
        await using var app = await TestApp.Start();

        foreach (var route in Routes(app))
        {
            var action = route.Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
            Assert.True(action is not null && action.ControllerTypeInfo.IsSubclassOf(typeof(AdminController)), route.Path);
            object[] said =
                [.. action.MethodInfo.GetCustomAttributes(false), .. action.ControllerTypeInfo.GetCustomAttributes(false)];
            Assert.True(said.Any(one => one is NeedsAttribute or AllowAnonymousAttribute), $"{route} names no role");
            Assert.NotNull(route.Endpoint.Metadata.GetMetadata<AutoValidateAntiforgeryTokenAttribute>());
            Assert.Contains(route.Method, (string[])["GET", "POST"]);
        }
    }

    [Fact]
    public async Task Every_route_is_open_to_its_roles_and_closed_to_all_others()
    {
        await using var app = await TestApp.Start();
        using var stranger = AdminBrowser.Of(app);
        var browsers = new Dictionary<Role, AdminBrowser>();
        foreach (var role in Enum.GetValues<Role>())
            browsers[role] = await AdminBrowser.SignedIn(app, role);

        foreach (var route in Routes(app))
        {
            var anonymous = route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (!anonymous)
                Assert.Equal((route.Path, 302), (route.Path, (await Ask(stranger, route)).Status));
            foreach (var (role, browser) in browsers)
            {
                var status = (await Ask(browser, route)).Status;
                var expected = !anonymous && role < route.Needs ? "403" : route.NeedsToken ? "400" : "200, 303, 404 or 410";
                Assert.True(expected.Contains(status.ToString(InvariantCulture), StringComparison.Ordinal),
                    $"{role}: {route} answers {status}, not {expected}");
            }
        }
        foreach (var browser in browsers.Values)
            browser.Dispose();
    }

    [Fact]
    public async Task Every_form_of_every_page_carries_the_token()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);

        foreach (var route in Routes(app).Where(route => route.Method == "GET"))
        {
            var page = await browser.Gets(route.Path);
            foreach (var form in page.Html.QuerySelectorAll("form[method=post]"))
                Assert.True(form.QuerySelector("[name=__RequestVerificationToken]") is not null,
                    $"{route}: {form.GetAttribute("action")}");
        }
    }

    /// Without a token: what may be done is stopped there, and nothing is changed.
    private static Task<Page> Ask(AdminBrowser browser, AdminRoute route) =>
        route.Method == "GET" ? browser.Gets(route.Path) : browser.PostsBare(route.Path);

    private static List<AdminRoute> Routes(TestApp app)
    {
        List<AdminRoute> routes =
        [
            .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')
                    .StartsWith("admin", StringComparison.OrdinalIgnoreCase))
                .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                    .Select(method => new AdminRoute(endpoint, method))),
        ];
        Assert.True(routes.Count > 25);
        return routes;
    }

    private sealed record AdminRoute(RouteEndpoint Endpoint, string Method)
    {
        /// Ids that nothing has.
        public string Path => "/" + string.Join('/',
            Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))));

        public override string ToString() => $"{Method} {Path}";

        private static string Text(RoutePatternPart part) => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "shape" } => "page",
            RoutePatternParameterPart number when number.ParameterPolicies.Any(policy => policy.Content == "int") => "0",
            _ => Guid.Empty.ToString(),
        };

        /// Of what is posted, a preview alone changes nothing.
        public bool NeedsToken => Method == "POST" && !Path.Contains("/preview/", StringComparison.Ordinal);

        public Role Needs => Endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().Max(needs => needs.Role);
    }
}
