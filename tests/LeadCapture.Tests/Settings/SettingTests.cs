using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace LeadCapture.Tests.Settings;

public class SettingTests
{
    [Theory]
    [InlineData("Database:Provider=Oracle", "Database:Provider: expected Sqlite or PostgreSql.")]
    [InlineData("Database:Provider=1", "Database:Provider: expected Sqlite or PostgreSql.")]
    [InlineData("Database:Provider=Sqlite,PostgreSql", "Database:Provider: expected Sqlite or PostgreSql.")]
    [InlineData("Reply:ApiVersion=v5", "Reply:ApiVersion: expected V4 or V3.")]
    [InlineData("Reply:Authorization=Basic", "Reply:Authorization: expected X-API-Key or Bearer.")]
    [InlineData("Reply:ApiKey=two words",
        "Reply:ApiKey: expected the key as Reply.io shows it, without spaces or special characters.")]
    [InlineData("Reply:BaseUrl=api.reply.io", "Reply:BaseUrl: expected an address that begins with https:// or http://.")]
    [InlineData("Reply:BaseUrl=ftp://api.reply.io", "Reply:BaseUrl: expected an address that begins with https:// or http://.")]
    [InlineData("Reply:UseSandbox=maybe", "Reply:UseSandbox: expected true or false.")]
    [InlineData("Reply:RequestsPerMinute=-1", "Reply:RequestsPerMinute: expected a whole number, 0 or more.")]
    [InlineData("Reply:RequestsPerHour=many", "Reply:RequestsPerHour: expected a whole number, 0 or more.")]
    [InlineData("Reply:MaxConcurrentCalls=0", "Reply:MaxConcurrentCalls: expected a whole number, 1 or more.")]
    [InlineData("Reply:MaxConcurrentCalls=1.5", "Reply:MaxConcurrentCalls: expected a whole number, 1 or more.")]
    [InlineData("Reply:AttemptTimeout=15", "Reply:AttemptTimeout: expected a duration as hh:mm:ss, ")]
    [InlineData("Reply:AttemptTimeout=00:00:00", "Reply:AttemptTimeout: expected a duration as hh:mm:ss, ")]
    [InlineData("Reply:InlineWait=3s", "Reply:InlineWait: expected a duration as hh:mm:ss, ")]
    [InlineData("Reply:InlineWait=-00:00:01", "Reply:InlineWait: expected a duration as hh:mm:ss, ")]
    [InlineData("Reply:RetryBaseDelay=2.00:00:00", "Reply:RetryBaseDelay: expected a duration as hh:mm:ss, ")]
    [InlineData("RateLimits:PostsPerMinute=none", "RateLimits:PostsPerMinute: expected a whole number, 0 or more.")]
    [InlineData("ProxyNetworks=10.0.0.0/99", "ProxyNetworks: expected addresses or networks separated by commas, such as 10.0.0.0/8, 203.0.113.7.")]
    [InlineData("TrustedProxies=-1", "TrustedProxies: expected a whole number, 0 or more.")]
    [InlineData("PublicUrl=leads.example.com", "PublicUrl: expected the address that people use, such as https://leads.example.com.")]
    [InlineData("PublicUrl=ftp://leads.example.com", "PublicUrl: expected the address that people use, ")]
    [InlineData("PublicUrl=https://leads.example.com?x=1", "PublicUrl: expected the address that people use, ")]
    [InlineData("AllowedHosts=https://leads.example.com", "AllowedHosts: expected host names separated by semicolons, ")]
    [InlineData("Metrics:Key=two words", "Metrics:Key: expected a key without spaces or special characters.")]
    [InlineData("Metrics:Port=70000", "Metrics:Port: expected a port up to 65535, or 0 for none of its own.")]
    [InlineData("DataProtection:Certificate=/nowhere/ring.pfx", "DataProtection:Certificate: expected the path of a PFX file ")]
    [InlineData("Secrets:Forget=1", "Secrets:Forget: expected true or false.")]
    [InlineData("Admin:Email=ann", "Admin:Email: expected an email address like name@example.com.")]
    [InlineData("Admin:Email=ann@example.com", "Admin:Password: expected a value, because Admin:Email and Admin:Password must be set together.")]
    [InlineData("Admin:Password=geheim", "Admin:Email: expected a value, because Admin:Email and Admin:Password must be set together.")]
    [InlineData("OpenId:Authority=id.example.com", "OpenId:Authority: expected the provider's URL, starting with https:// ")]
    [InlineData("OpenId:Authority=http://id.example.com", "OpenId:Authority: expected the provider's URL, ")]
    [InlineData("OpenId:Authority=https://id.example.com?x=1", "OpenId:Authority: expected the provider's URL, ")]
    [InlineData("OpenId:ClientSecret=geheim",
        "OpenId:Authority: expected a value, because single sign-on needs OpenId:Authority, OpenId:ClientId, and OpenId:ClientSecret. "
        + "OpenId:ClientId: expected a value, because")]
    [InlineData("OpenId:Roles:Viewer=everybody", "OpenId:Authority: expected a value, because single sign-on needs ")]
    public async Task A_wrong_value_stops_the_start_and_names_the_key_and_what_it_takes(string setting, string message)
    {
        var wrong = await Refused(setting);

        Assert.StartsWith(message, wrong, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_no_value_is_shown()
    {
        var wrong = await Refused("Reply:ApiKey=geheim wort", "Database:Provider=PostgreSql", "TrustedProxies=x");

        Assert.Contains("Reply:ApiKey: expected", wrong, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:LeadCapture: expected a connection string", wrong, StringComparison.Ordinal);
        Assert.Contains("TrustedProxies: expected", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_a_group_that_may_come_in_stops_the_start()
    {
        var wrong = await Refused(
            "OpenId:Authority=https://id.example.com", "OpenId:ClientId=a", "OpenId:ClientSecret=b", "OpenId:Roles:Owner=,");

        Assert.StartsWith("OpenId:Roles:Owner: expected at least one group name, ", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "Nonsense")]
    [InlineData("Sqlite", "Data Source=/nowhere/at/all/lead.db")]
    [InlineData("PostgreSql", "Nonsense")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=hunter2;Timeout=2")]
    public async Task A_database_that_cannot_be_opened_stops_the_start(string provider, string connection)
    {
        var wrong = await Refused($"Database:Provider={provider}", $"ConnectionStrings:LeadCapture={connection}");

        Assert.StartsWith("ConnectionStrings:LeadCapture: expected", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=x;Timeout=2")]
    public async Task A_data_folder_that_cannot_be_written_stops_the_start(string provider, string connection)
    {
        var file = Path.GetTempFileName();
        try
        {
            var wrong = await Refused(
                $"Database:Provider={provider}", $"ConnectionStrings:LeadCapture={connection}", $"DataDirectory={file}/data");

            Assert.Equal("DataDirectory: expected a folder that this program may write to.", wrong);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Two_programs_do_not_share_a_data_folder()
    {
        if (TestApp.OnPostgreSql)
            return;
        await using var app = await TestApp.Start();

        var wrong = await Refused($"DataDirectory={app.Folder}");

        Assert.StartsWith("DataDirectory: expected a folder that no other LeadCapture is using.", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_ends_with_exit_code_1_and_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var folder = Directory.CreateTempSubdirectory("leadcapture-test-").FullName;

        var setting = await Run("--Reply:ApiVersion=v9", $"--DataDirectory={folder}");
        var address =
            await Run($"--urls=http://{listener.LocalEndpoint}", $"--DataDirectory={folder}", "--Reply:UseSandbox=false");

        Directory.Delete(folder, recursive: true);
        Assert.Equal((1, "Reply:ApiVersion: expected V4 or V3.\n"), setting);
        Assert.Equal((1, "urls: expected an address that no other program is using.\n"), address);
    }

    [Fact]
    public void The_sample_file_lists_every_setting_with_its_default_and_no_other()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(SamplePath()).Build();
        var (fromSample, fromNothing) = (new SettingReader(sample), new SettingReader(new ConfigurationBuilder().Build()));

        Assert.Equal(StoreOptions.Read(fromNothing), StoreOptions.Read(fromSample));
        Assert.Equal(ReplyOptions.Read(fromNothing, development: false), ReplyOptions.Read(fromSample, development: false));
        Assert.Equal(WebOptions.Read(fromNothing), WebOptions.Read(fromSample));
        Assert.Equal(ProtectionOptions.Read(fromNothing), ProtectionOptions.Read(fromSample));
        Assert.Equal(AdminOptions.Read(fromNothing), AdminOptions.Read(fromSample));
        Assert.Equal(OpenIdOptions.Read(fromNothing), OpenIdOptions.Read(fromSample));
        fromSample.Check();
        var listed = sample.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key);
        Assert.Equal(fromSample.Configuration.Settings.Select(setting => setting.Key).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_secret_by_its_name_is_never_kept_to_be_shown()
    {
        var reader = new SettingReader(new ConfigurationBuilder().AddJsonFile(SamplePath()).Build());
        StoreOptions.Read(reader);
        ReplyOptions.Read(reader, development: false);
        WebOptions.Read(reader);
        ProtectionOptions.Read(reader);
        AdminOptions.Read(reader);
        OpenIdOptions.Read(reader);

        string[] secret =
            [.. reader.Configuration.Settings.Select(setting => setting.Key).Where(key => key.StartsWith("ConnectionStrings:", StringComparison.Ordinal)
                || key.EndsWith("Key", StringComparison.Ordinal) || key.EndsWith("Password", StringComparison.Ordinal)
                || key.EndsWith("Secret", StringComparison.Ordinal))];
        Assert.Equal(6, secret.Length);
        Assert.Equal(secret, reader.Configuration.Settings.Where(setting => setting.IsSecret).Select(setting => setting.Key));
        Assert.All(reader.Configuration.Settings, setting => Assert.True(!setting.IsSecret || setting.Value is null, setting.Key));
        Assert.Equal(SettingSource.File, reader.Configuration.Settings.Single(setting => setting.Key == "Reply:InlineWait").Source);
    }

    private static async Task<string> Refused(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("leadcapture-test-").FullName;
        string[] arguments = ["--urls=http://127.0.0.1:0", "--environment=Production", $"--DataDirectory={folder}"];
        try
        {
            return (await Assert.ThrowsAsync<SettingException>(
                () => LeadCaptureApp.Start([.. arguments, .. settings.Select(setting => "--" + setting)]))).Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LeadCapture.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error.ReplaceLineEndings("\n"));
    }

    private static string SamplePath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "appsettings.sample.json"));
}
