using System.Text;
using LeadCapture.Settings;
using Microsoft.Data.Sqlite;

namespace LeadCapture.Data;

/// The file that leads are kept in, for one program alone. It has to stay where it is: what is written to a file that was deleted
/// or replaced is gone with the program.
public sealed partial class SqliteFile : IDisposable
{
    private readonly bool mayBeginAnew;
    private readonly ILogger<SqliteFile> logger;
    private readonly byte[] name;
    private readonly byte[] logName;
    private FileStream? held;
    private FileId? id;
    private int lost;

    public SqliteFile(StoreOptions options, ILogger<SqliteFile> logger)
    {
        (mayBeginAnew, this.logger) = (options.Restored, logger);
        FullPath = PathOf(options);
        ConnectionString = ConnectionStringOf(options);
        (name, logName) = (Name(FullPath), Name(FullPath + "-wal"));
    }

    public string FullPath { get; }

    /// Opens what is there, and never makes a new one.
    public string ConnectionString { get; }

    public bool IsLost => Volatile.Read(ref lost) == 1;

    /// Saves into the file of this name what is still held open.
    public Func<string, Task> Save { get; set; } = _ => Task.CompletedTask;

    public Task Saving { get; private set; } = Task.CompletedTask;

    /// A link leads to the same file.
    public static string PathOf(StoreOptions options)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        return target?.FullName ?? path;
    }

    private static string ConnectionStringOf(StoreOptions options) => new SqliteConnectionStringBuilder(options.ConnectionString)
    {
        DataSource = PathOf(options),
        Mode = SqliteOpenMode.ReadWrite,
    }.ToString();

    /// Once, before the first connection.
    public void Take()
    {
        try
        {
            held = new(FullPath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!File.Exists(FullPath))
                BeginAnew();
            // In a layered file system, a file becomes another one when it is opened to be written for the first time.
            using (new FileStream(FullPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
                id = FileId.Of(name);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new SettingException("ConnectionStrings:LeadCapture: expected a database in a folder that this program may write to, "
                + "and that no other LeadCapture is using. To run several, set Database:Provider to PostgreSql.");
        }
    }

    public SqliteStatements Open()
    {
        Check();
        var statements = new SqliteStatements(ConnectionString);
        if (IsThere(null))
            return statements;
        statements.Dispose();
        throw Lose();
    }

    public void Check()
    {
        if (IsLost || !IsThere(null))
            throw Lose();
    }

    /// The write-ahead log that a connection has opened.
    internal FileId? Log => FileId.Of(logName);

    internal bool IsThere(FileId? log) =>
        id is null || (FileId.Of(name) == id && (log is null || FileId.Of(logName) == log));

    /// Said once, and never taken back: another file under this name is not gone on with.
    public StoreLostException Lose()
    {
        if (Interlocked.Exchange(ref lost, 1) == 1)
            return new();
        Alarm();
        Saving = Task.Run(Rescue);
        return new();
    }

    public void Dispose() => held?.Dispose();

    private void BeginAnew()
    {
        if (!mayBeginAnew && File.Exists(StoreMark.Beside(FullPath)))
            throw new SettingException(
                $"The database file {Path.GetFileName(FullPath)} is missing, and a mark beside it says that leads were stored in it. "
                + "Put it back, or start once with Database:Restored=true to begin with an empty one.");
        File.Create(FullPath).Dispose();
    }

    private async Task Rescue()
    {
        try
        {
            var copy = Path.ChangeExtension(FullPath, $".rescued-{DateTime.UtcNow:yyyyMMdd-HHmmss}.db");
            Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
            await Save(copy + ".part");
            await using (var written = new FileStream(copy + ".part", FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(copy + ".part", copy);
            Rescued(Path.GetFileName(copy));
        }
        catch (Exception fault)
        {
            NotRescued(fault);
        }
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [LoggerMessage(LogLevel.Error, "The database file was deleted or replaced while the program runs. No lead is accepted until "
        + "the program is stopped and the right file is in its place; what was stored is being saved beside it")]
    private partial void Alarm();

    [LoggerMessage(LogLevel.Warning, "All that was stored until then is saved as {File}")]
    private partial void Rescued(string file);

    [LoggerMessage(LogLevel.Error, "What was stored until then could not be saved; it is lost when the program stops")]
    private partial void NotRescued(Exception fault);
}

/// The file under the store's name is not the one that leads were stored in.
public sealed class StoreLostException() : StoreClosedException(new IOException("The database file was deleted or replaced."));
