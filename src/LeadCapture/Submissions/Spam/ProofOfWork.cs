using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Buffers.Binary;
using LeadCapture.Forms;

namespace LeadCapture.Submissions.Spam;

/// A number that makes the hash of the page's stamp and it begin with so many zero bits. The page's worker looks for it while the
/// visitor types; a program that sends a thousand forms has to look a thousand times.
public static class ProofOfWork
{
    /// About 130,000 hashes: well below a second in the worker of a phone.
    public const int Bits = 17;

    /// Sent, sent again because no answer came, and gone back to correct a typing error.
    public const int MostUses = 3;

    private const int LongestProof = 20;

    public static int BitsOf(FormDefinition form) => form.Spam is { ProofOfWork: not ProofMode.Off } ? Bits : 0;

    public static bool Solves(string stamp, string proof)
    {
        if (proof.Length is 0 or > LongestProof)
            return false;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(stamp + ":" + proof), hash);
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Bits;
    }

    /// After all other signs.
    public static void Weigh(Suspect suspect)
    {
        var mode = suspect.Form.Definition.Spam?.ProofOfWork ?? ProofMode.Off;
        if (mode == ProofMode.Off || IsShown(suspect))
            return;
        var points = mode == ProofMode.Always ? SpamCheck.Threshold : suspect.Points / 2;
        if (points > 0)
            suspect.Adds(SpamSignKind.NoProof, points);
    }

    private static bool IsShown(Suspect suspect) => suspect.Stamp is { IsValid: true, Uses: <= MostUses }
        && Solves(suspect.Traces.Stamp, suspect.Traces.Proof);
}
