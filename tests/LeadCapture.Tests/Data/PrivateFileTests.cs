using System.Runtime.Versioning;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Data;

/// Nobody else on the machine reads leads, logs and keys.
[UnsupportedOSPlatform("windows")]
public class PrivateFileTests
{
    [Fact]
    public async Task Where_nothing_but_the_data_can_be_written_it_runs_all_the_same()
    {
        await using var data = await TestApp.Start();
        await data.Stop();
        if (Directory.Exists(Path.Combine(data.Folder, "keys")))
            Directory.Delete(Path.Combine(data.Folder, "keys"), recursive: true);

        await using var program = await TestProgram.StartIn(("TMPDIR", "/nowhere"), data);

        await program.Submits("ann@example.com");
        Assert.True(Directory.Exists(Path.Combine(data.Folder, "temp")));
    }

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task What_the_program_makes_and_what_it_finds_open_is_for_its_own_account_alone()
    {
        await using var before = await TestApp.Start();
        await before.Submits("ann@example.com");
        await before.Stop();
        foreach (var path in All(before))
            File.SetUnixFileMode(path, (UnixFileMode)(Directory.Exists(path) ? 0b111_101_101 : 0b110_100_100));

        await using var program = await TestProgram.Start(before);
        await program.Submits("ben@example.com");

        var found = All(before);
        Assert.Contains(found, path => path.EndsWith(".log", StringComparison.Ordinal));
        Assert.True(TestApp.OnPostgreSql || found.Exists(path => path.EndsWith("leadcapture.db-wal", StringComparison.Ordinal)));
        Assert.All(found, path => Assert.Equal(
            (path, Directory.Exists(path) ? Owner | UnixFileMode.UserExecute : Owner), (path, File.GetUnixFileMode(path))));
    }

    private static List<string> All(TestApp app) =>
        [app.Folder, .. Directory.EnumerateFileSystemEntries(app.Folder, "*", SearchOption.AllDirectories)];
}
