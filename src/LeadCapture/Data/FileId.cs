using System.Runtime.InteropServices;

namespace LeadCapture.Data;

/// Which file a path leads to, whatever it is called. Known on Linux only; elsewhere an open file cannot be taken away unnoticed,
/// or nobody is told.
internal readonly record struct FileId(uint Major, uint Minor, ulong Inode)
{
    private const int CurrentFolder = -100;
    private const uint AskForInode = 0x100;

    /// The path in UTF-8 with a zero behind it. Null where nothing is there.
    public static FileId? Of(byte[] path) =>
        OperatingSystem.IsLinux() && Ask(CurrentFolder, path, 0, AskForInode, out var found) == 0
            ? new(found.Major, found.Minor, found.Inode)
            : null;

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, byte[] path, int flags, uint mask, out Found found);

    /// The kernel's struct statx, as far as it is asked for.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint Major;

        [FieldOffset(140)]
        public uint Minor;
    }
}
