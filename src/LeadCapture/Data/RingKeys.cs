using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LeadCapture.Data;

/// Keys that all nodes have and none has to store: made of the first key of the ring, which stays in it for ever.
public sealed class RingKeys(IKeyManager ring)
{
    /// Whoever has the key of one purpose cannot tell that of another.
    public byte[] Of(string purpose)
    {
        var first = ring.GetAllKeys().OrderBy(one => one.CreationDate).ThenBy(one => one.KeyId).First();
        var secret = first.Descriptor.ExportToXml().SerializedDescriptorElement.ToString();
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(purpose));
    }
}
