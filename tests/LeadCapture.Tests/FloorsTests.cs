using System.Text.RegularExpressions;
using LeadCapture.Deliveries.Queue;
using NetArchTest.Rules;

namespace LeadCapture.Tests;

/// The folders of the program stand on each other like floors, and each uses only those below it.
public class FloorsTests
{
    /// From the ground up. Folders of one floor are neighbours: Pages and Admin have separate doors, Web and Shared one.
    private static readonly string[][] Floors =
    [
        ["Localization"], ["Settings"], ["Data"], ["Forms"], ["Leads"], ["Deliveries"], ["Catalogue"], ["Submissions"],
        ["Web", "Shared"], ["Alerts"], ["Webhooks"], ["Booth"], ["Pages", "Admin"],
    ];

    private static readonly string[][] MayNotMeet = [["Pages", "Admin"]];

    public static TheoryData<string> Folders => [.. Floors.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_below_it(string folder)
    {
        var above = Above(folder);
        if (above.Length == 0)
            return;

        Assert.Empty(Upward($"LeadCapture.{folder}", "", above).Concat(Upward("AspNetCoreGeneratedDocument", folder + "_", above)));
    }

    [Fact]
    public void Every_folder_has_its_floor()
    {
        var namespaces = typeof(LeadCaptureApp).Assembly.GetTypes().Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith("LeadCapture.", StringComparison.Ordinal)).Select(name => name.Split('.')[1]).Distinct();

        Assert.Equal(Floors.SelectMany(floor => floor).Order(), namespaces.Order());
    }

    [Fact]
    public void The_model_of_forms_knows_nothing_of_HTTP() =>
        Assert.Empty(Upward("LeadCapture.Forms", "", ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Html"]));

    [Fact]
    public void The_queue_is_entered_by_its_door_alone()
    {
        var inside = typeof(DeliveryQueue).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DeliveryQueue).Namespace && type is { IsPublic: false, IsNested: false })
            .Select(type => type.FullName!).ToArray();

        Assert.Contains("LeadCapture.Deliveries.Queue.BatchWriter", inside);
        Assert.Empty(Types.InAssembly(typeof(LeadCaptureApp).Assembly).That().DoNotResideInNamespace("LeadCapture.Deliveries")
            .ShouldNot().HaveDependencyOnAny(inside).GetResult().FailingTypes.Select(type => type.FullName));
    }

    private static string[] Above(string folder)
    {
        var floor = Array.FindIndex(Floors, floor => floor.Contains(folder));
        return [.. Floors[(floor + 1)..].SelectMany(upper => upper)
            .Concat(MayNotMeet.Where(pair => pair.Contains(folder)).SelectMany(pair => pair).Where(other => other != folder))
            .Select(name => $"LeadCapture.{name}")];
    }

    private static IEnumerable<string> Upward(string place, string prefix, string[] forbidden) => Types
        .InAssembly(typeof(LeadCaptureApp).Assembly)
        .That().ResideInNamespaceMatching($@"^{Regex.Escape(place)}(\.|$)").And().HaveNameStartingWith(prefix)
        .ShouldNot().HaveDependencyOnAny(forbidden).GetResult().FailingTypes.Select(type => type.FullName);
}
