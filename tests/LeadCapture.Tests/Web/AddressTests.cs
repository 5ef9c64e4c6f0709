using System.Text.RegularExpressions;
using LeadCapture.Admin;
using LeadCapture.Tests.Localization;
using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Web;

/// Each address is written once, at its action; links and redirects go by the names of routes.
public partial class AddressTests
{
    private static readonly string[] Exceptions =
    [
        // Where the area begins, which its cookies name too.
        "Admin/AdminRoutes.cs",
        // Mailed, by a folder that stands below the pages.
        "Alerts/Findings.cs", "Alerts/LeadLinks.cs",
        // Its neighbour is not used by it.
        "Pages/Start.cshtml",
        // The way of a lead is spared the look-up.
        "Shared/FormAddress.cs",
    ];

    [Fact]
    public void An_address_is_written_at_its_action_alone() =>
        Assert.Equal(Exceptions, Lines().Where(line => Address().IsMatch(line.Text) && !IsAtAction(line.File, line.Text))
            .Select(line => line.File).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_puts_an_address_together() =>
        Assert.Empty(Lines().Where(line => PutTogether().IsMatch(line.Text)).Select(line => $"{line.File}: {line.Text}"));

    [Fact]
    public async Task Every_name_is_that_of_one_action()
    {
        await using var app = await TestApp.Start();
        var actions = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(action => action.Metadata.GetMetadata<IRouteNameMetadata>()?.RouteName).OfType<string>();
        var names = typeof(AdminRoutes).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Routes", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetFields()).Where(name => name is { IsLiteral: true, Name: not nameof(AdminRoutes.Root) })
            .Select(name => (string)name.GetRawConstantValue()!);

        Assert.Equal(names.Order(StringComparer.Ordinal), actions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_an_alert_leads_to_is_there()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var written = Quoted().Matches(await File.ReadAllTextAsync(
            Path.Combine(SourceTexts.Root, "Alerts/Findings.cs"), TestContext.Current.CancellationToken));

        Assert.NotEmpty(written);
        foreach (Match address in written)
            Assert.Equal((address.Value, 200), (address.Value, (await browser.Gets(address.Groups[1].Value)).Status));
    }

    private static IEnumerable<(string File, string Text)> Lines() =>
        from file in Directory.EnumerateFiles(SourceTexts.Root, "*.cs*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(SourceTexts.Root, file).Replace('\\', '/')
        where name.EndsWith(".cs", StringComparison.Ordinal) || name.EndsWith(".cshtml", StringComparison.Ordinal)
        where !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        select (name, line);

    /// In its attribute, or in front of those of a controller that have it in common.
    private static bool IsAtAction(string file, string line) => file.EndsWith("Controller.cs", StringComparison.Ordinal) && AtAction().IsMatch(line);

    [GeneratedRegex("""["~}]/(admin|f)(?![\w-])""")]
    private static partial Regex Address();

    [GeneratedRegex("""^\s*(\[Http(Get|Post)\("|(private|public) const string (Here|Start) = ")""")]
    private static partial Regex AtAction();

    [GeneratedRegex("""\b(href|action|formaction|data-address)="(/|@[\w.]+/)""")]
    private static partial Regex PutTogether();

    [GeneratedRegex("""
        "(/admin[^"]*)"
        """)]
    private static partial Regex Quoted();
}
