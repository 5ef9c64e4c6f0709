using System.Buffers.Binary;

namespace LeadCapture.Leads;

/// An id begins with the millisecond in which its lead came in: ids in order are leads in order of time.
public static class LeadId
{
    /// Of the first eight bytes, those behind the millisecond.
    private const int RandomBits = 16;

    /// Below every id of this moment and later, above every one before.
    public static Guid From(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var milliseconds = new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << RandomBits);
        return new(bytes, bigEndian: true);
    }

    public static DateTime ReceivedAt(Guid id)
    {
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >>> RandomBits;
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
    }
}
