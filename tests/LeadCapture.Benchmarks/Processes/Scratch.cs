namespace LeadCapture.Benchmarks.Processes;

/// A folder for logs and data. Kept where something went wrong, so that it can be looked into.
public sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("leadcapture-bench-").FullName;

    public bool Keep { get; set; }

    public string New(string name) => Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;

    public void Dispose()
    {
        if (Keep)
            Console.WriteLine($"Logs and data: {Folder}");
        else
            Directory.Delete(Folder, recursive: true);
    }
}
