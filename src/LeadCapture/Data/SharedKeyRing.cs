using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LeadCapture.Data;

/// The key ring of many machines, in their database. In plain SQL, because it is read at every start, and EF Core costs a sixth
/// of a program's memory.
public sealed class SharedKeyRing(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Read().AsTask().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Write(element, friendlyName).GetAwaiter().GetResult();

    private async ValueTask<List<XElement>> Read()
    {
        await using var reading = await store.Read();
        return await reading.Query("SELECT xml FROM data_protection_keys ORDER BY id", row => XElement.Parse(row.GetString(0)));
    }

    private async Task Write(XElement element, string friendlyName)
    {
        await using var transaction = await store.Begin();
        transaction.Add(
            "INSERT INTO data_protection_keys (friendly_name, xml) VALUES ($1, $2)",
            friendlyName, element.ToString(SaveOptions.DisableFormatting));
        await transaction.Commit();
    }
}
