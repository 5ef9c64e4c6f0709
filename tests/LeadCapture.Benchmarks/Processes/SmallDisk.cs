namespace LeadCapture.Benchmarks.Processes;

/// A small file system of its own for a data folder, so that a disk can be full. Only for root; else a folder that never is.
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly bool isMounted;

    private SmallDisk(string folder, bool isMounted) => (Folder, this.isMounted) = (folder, isMounted);

    public string Folder { get; }

    public bool CanBeFull => isMounted;

    private string Filler => Path.Combine(Folder, "filler");

    public static SmallDisk None(string folder) => new(folder, isMounted: false);

    public static async Task<SmallDisk> Mount(string folder)
    {
        if (Environment.UserName != "root")
            return None(folder);
        try
        {
            await ChildProcess.Run("mount", "-t", "tmpfs", "-o", "size=192m", "leadcapture-bench", folder);
            return new(folder, isMounted: true);
        }
        catch (InvalidOperationException)
        {
            return None(folder);
        }
    }

    /// To the last byte.
    public void Fill()
    {
        try
        {
            using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (var size = 1 << 20; size > 0; size /= 4)
                WriteAll(filler, new byte[size]);
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        if (isMounted)
            await Unmount(triesLeft: 20);
    }

    /// The system may take a moment to let go of a killed program's files.
    private async Task Unmount(int triesLeft)
    {
        try
        {
            await ChildProcess.Run("umount", triesLeft > 0 ? [Folder] : ["-l", Folder]);
        }
        catch (InvalidOperationException) when (triesLeft > 0)
        {
            await Task.Delay(250);
            await Unmount(triesLeft - 1);
        }
    }

    private static void WriteAll(FileStream filler, byte[] block)
    {
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException) when (block.Length > 1)
        {
            // No more blocks of this size.
        }
    }
}
