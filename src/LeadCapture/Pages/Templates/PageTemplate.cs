using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace LeadCapture.Pages.Templates;

/// The bytes of a page that is the same for everybody but for a few places, rendered and compressed once. The parts between the places are
/// pieces of a deflate stream; with what stands in the places stored in between, they are one gzip file (RFC 1951, 3.2.4; RFC 1952).
public sealed class PageTemplate
{
    private const int LongestStored = ushort.MaxValue;
    private const int StoredHeader = 5;
    private const int Trailer = 8;
    private const int LongestAsItIs = 100;
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff];

    /// An empty block, and the last one.
    private static readonly byte[] End = [1, 0, 0, 0xff, 0xff];

    /// What no text in UTF-8 has: nothing that follows refers to it.
    private const byte NoText = 0xff;

    private readonly byte[][] parts;
    private readonly byte[][] packed;

    /// Which of the values stands behind each part but the last.
    private readonly int[] places;

    private PageTemplate(byte[][] parts, int[] places, IReadOnlyList<Mark> marks) =>
        (this.parts, this.places, packed) = (parts, places, [.. Pack(parts, places, marks)]);

    /// Marks: how a place shows in the page, in the order of the values.
    public static PageTemplate Of(string page, IReadOnlyList<Mark> marks)
    {
        List<byte[]> parts = [];
        List<int> places = [];
        var rest = page.AsSpan();
        while (First(rest, marks) is { Place: >= 0 } next)
        {
            parts.Add(Encoding.UTF8.GetBytes(rest[..next.At].ToString()));
            places.Add(next.Place);
            rest = rest[(next.At + marks[next.Place].Text.Length)..];
        }
        parts.Add(Encoding.UTF8.GetBytes(rest.ToString()));
        return new([.. parts], [.. places], marks);
    }

    public byte[] Fill(byte[][] values)
    {
        var page = new byte[parts.Sum(part => part.Length) + places.Sum(place => values[place].Length)];
        var at = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            Put(parts[part], page, ref at);
            if (part < places.Length)
                Put(values[places[part]], page, ref at);
        }
        return page;
    }

    /// As gzip.
    public byte[] FillPacked(byte[][] values)
    {
        var page = new byte[
            Header.Length + packed.Sum(part => part.Length) + places.Sum(place => StoredLength(values[place])) + End.Length + Trailer];
        var at = 0;
        Put(Header, page, ref at);
        var (sum, length) = (new Crc32(), 0);
        for (var part = 0; part < packed.Length; part++)
        {
            Put(packed[part], page, ref at);
            Count(parts[part]);
            if (part == places.Length)
                break;
            var value = values[places[part]];
            Store(value, page, ref at);
            Count(value);
        }
        Put(End, page, ref at);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(at), sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(at + 4), length);
        return page;

        void Count(byte[] bytes)
        {
            sum.Append(bytes);
            length += bytes.Length;
        }
    }

    private static (int At, int Place) First(ReadOnlySpan<char> text, IReadOnlyList<Mark> marks)
    {
        var first = (At: int.MaxValue, Place: -1);
        for (var place = 0; place < marks.Count; place++)
            if (text.IndexOf(marks[place].Text, StringComparison.Ordinal) is >= 0 and var at && at < first.At)
                first = (at, place);
        return first;
    }

    /// A part may refer to those before it as long as what stands between them is of one length for everybody. Behind other places a few
    /// tags are stored as they are: alone they would hardly be smaller.
    private static IEnumerable<byte[]> Pack(byte[][] parts, int[] places, IReadOnlyList<Mark> marks)
    {
        using var piece = new Piece();
        var isAlone = false;
        for (var part = 0; part < parts.Length; part++)
        {
            if (isAlone && parts[part].Length > LongestAsItIs)
            {
                piece.BeginAnew();
                isAlone = false;
            }
            yield return isAlone ? Stored(parts[part]) : piece.Add(parts[part]);
            if (part == places.Length)
                break;
            if (marks[places[part]].Length is not { } length)
                isAlone = true;
            else if (!isAlone)
                piece.Skip(length);
        }
    }

    private static byte[] Stored(byte[] part)
    {
        var block = new byte[StoredLength(part)];
        var at = 0;
        Store(part, block, ref at);
        return block;
    }

    /// A deflate stream that is cut at bytes, and never ends.
    private sealed class Piece : IDisposable
    {
        private readonly MemoryStream packed = new();
        private DeflateStream deflate;

        public Piece() => deflate = Begin();

        public byte[] Add(byte[] part)
        {
            packed.SetLength(0);
            deflate.Write(part);
            deflate.Flush();
            return packed.ToArray();
        }

        public void Skip(int length) => Add([.. Enumerable.Repeat(NoText, length)]);

        public void BeginAnew()
        {
            deflate.Dispose();
            deflate = Begin();
        }

        public void Dispose() => deflate.Dispose();

        private DeflateStream Begin() => new(packed, CompressionLevel.SmallestSize, leaveOpen: true);
    }

    private static int StoredLength(byte[] value) => value.Length + (StoredHeader * ((value.Length + LongestStored - 1) / LongestStored));

    private static void Store(byte[] value, byte[] page, ref int at)
    {
        foreach (var block in value.Chunk(LongestStored))
        {
            var header = page.AsSpan(at, StoredHeader);
            BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)block.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~block.Length);
            at += StoredHeader;
            Put(block, page, ref at);
        }
    }

    private static void Put(byte[] bytes, byte[] page, ref int at)
    {
        bytes.CopyTo(page, at);
        at += bytes.Length;
    }
}

/// How a place shows in the page. Length: of all that stands there, in bytes; null: they differ.
public readonly record struct Mark(string Text, int? Length = null);
