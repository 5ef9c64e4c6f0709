using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LeadCapture.Tests.Support;

/// A real PostgreSQL server of our own on a free port, in a folder of its own, run by an unprivileged user; gone after the tests.
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(() => Start(flushes: false));
    private readonly string folder;
    private readonly int port;
    private readonly string options;

    private PostgreSqlServer(string folder, int port, string options) => (this.folder, this.port, this.options) = (folder, port, options);

    public static bool IsStarted => Shared.IsValueCreated;

    public static Task<PostgreSqlServer> Running => Shared.Value;

    /// A new database: empty, or a copy.
    public async Task<string> NewDatabase(string? copied = null)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await Order($"CREATE DATABASE {name} TEMPLATE {copied ?? "template1"}");
        return ConnectionString(name);
    }

    /// A new database of another encoding.
    public async Task<string> NewLatinDatabase()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await Order($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        return ConnectionString(name);
    }

    /// A new database for a user who owns nothing in it.
    public async Task<string> NewDatabaseOfAnother()
    {
        var name = "guest_" + Guid.NewGuid().ToString("N");
        await Order($"CREATE DATABASE {name}");
        await Order($"CREATE ROLE {name} LOGIN");
        return new NpgsqlConnectionStringBuilder(ConnectionString(name)) { Username = name }.ToString();
    }

    /// Hundreds of them would fill the disk, and take long to be put away.
    public Task Drop(string connectionString) =>
        Order($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        await Halt();
        Directory.Delete(folder, recursive: true);
    }

    /// synchronous_commit stays on: tests run what production runs. Only the disk's own flush can be left out.
    public static async Task<PostgreSqlServer> Start(bool flushes)
    {
        var folder = Directory.CreateTempSubdirectory("leadcapture-pg-").FullName;
        var port = FreePort();
        if (Environment.UserName == "root")
            await Exec("chown", "postgres", folder);
        await Run("initdb", "-D", folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync");
        var server = new PostgreSqlServer(folder, port, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
            + $"-c fsync={(flushes ? "on" : "off")} -c max_connections=400");
        await server.Resume();
        return server;
    }

    /// As a power cut would.
    public Task Halt() => Run("pg_ctl", "-D", folder, "-m", "immediate", "stop");

    public Task Resume() => Run("pg_ctl", "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");

    /// A standby takes over: the same data, and another line of history from here on.
    public async Task TakesOver()
    {
        await Halt();
        await File.WriteAllTextAsync(Path.Combine(folder, "standby.signal"), "");
        await Resume();
        await Run("pg_ctl", "-D", folder, "-w", "promote");
    }

    private async Task Order(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var order = source.CreateCommand(sql);
        await order.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=20";

    private static Task Run(string program, params string[] arguments) => Environment.UserName == "root"
        ? Exec("runuser", ["-u", "postgres", "--", Tool(program), .. arguments])
        : Exec(Tool(program), arguments);

    private static string Tool(string name) =>
        Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin", name)).Last(File.Exists);

    private static async Task Exec(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            // A locale that every machine has, whatever that of the tests is.
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await process.StandardError.ReadToEndAsync()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
