using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadCapture.Tests;

/// The image is made of what its file names, not of what a tag points to on the day.
public partial class ImageTests
{
    [Fact]
    public void Every_base_of_the_image_has_a_whole_version()
    {
        var bases = Bases().ToList();

        Assert.Equal(["node", "sdk", "aspnet"], bases.Select(one => one.Name));
        Assert.All(bases, one => Assert.Matches(@"^\d+\.\d+\.\d+(-|$)", one.Tag));
    }

    [Fact]
    public void The_image_is_built_with_an_SDK_that_the_source_asks_for()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "global.json")));
        var asked = Version.Parse(global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!);

        var used = Version.Parse(Bases().Single(one => one.Name == "sdk").Tag);

        Assert.Equal((asked.Major, asked.Minor), (used.Major, used.Minor));
        Assert.True(used >= asked);
    }

    private static IEnumerable<(string Name, string Tag)> Bases() =>
        From().Matches(File.ReadAllText(Path.Combine(Root(), "Dockerfile")))
            .Select(line => (line.Groups["name"].Value, line.Groups["tag"].Value));

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex(@"^FROM (?:\S+/)?(?<name>[a-z]+):(?<tag>\S+)", RegexOptions.Multiline)]
    private static partial Regex From();
}
