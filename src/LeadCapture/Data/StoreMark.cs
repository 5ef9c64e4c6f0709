using System.Text;
using LeadCapture.Settings;
using Microsoft.Win32.SafeHandles;

namespace LeadCapture.Data;

/// The last lead and the last attempt that this program has stored, kept outside of the store: one that does not have them is
/// older, restored from a backup. Written in place and not waited for: what a power cut takes from it only makes it older itself.
public sealed class StoreMark : IDisposable
{
    private const string Ending = ".mark";
    private const int IdSize = 16;
    private const int HomeSize = 64;
    private const int Size = IdSize + IdSize + HomeSize;
    private readonly string path;
    private SafeFileHandle? file;

    public StoreMark(StoreOptions options) => path = options.Provider == DatabaseProvider.Sqlite
        ? Beside(SqliteFile.PathOf(options))
        : Path.Combine(options.DataDirectory, "leadcapture" + Ending);

    public Guid Lead { get; private set; }
    public Guid Attempt { get; private set; }

    /// The server and its line of history, where the store has a server.
    public string Home { get; private set; } = "";

    public static string Beside(string file) => file + Ending;

    public void Read()
    {
        file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var bytes = new byte[Size];
        RandomAccess.Read(file, bytes, 0);
        (Lead, Attempt) = (new(bytes.AsSpan(0, IdSize)), new(bytes.AsSpan(IdSize, IdSize)));
        Home = Encoding.UTF8.GetString(bytes.AsSpan(IdSize + IdSize)).TrimEnd('\0');
    }

    /// The store is taken as it is now.
    public void Begin(string home)
    {
        var bytes = new byte[Size];
        Encoding.UTF8.GetBytes(home.AsSpan(0, Math.Min(home.Length, HomeSize)), bytes.AsSpan(IdSize + IdSize));
        RandomAccess.Write(file!, bytes, 0);
    }

    public void Note(Guid? lead, Guid? attempt)
    {
        Write(lead, 0);
        Write(attempt, IdSize);
    }

    public void Dispose() => file?.Dispose();

    private void Write(Guid? id, int place)
    {
        if (id is not { } known || file is null)
            return;
        Span<byte> bytes = stackalloc byte[IdSize];
        known.TryWriteBytes(bytes);
        try
        {
            RandomAccess.Write(file, bytes, place);
        }
        catch (IOException)
        {
            // What is stored is stored: an older mark only knows less.
        }
    }
}
