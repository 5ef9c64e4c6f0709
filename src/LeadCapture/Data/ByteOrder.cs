using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Data;

/// A text that is sorted by its bytes, as SQLite does anyway: only then does an index find what begins with a text.
internal static class ByteOrder
{
    private const string Mark = "LeadCapture:ByteOrder";

    public static void InByteOrder<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Mark, true);

    public static IEnumerable<IMutableProperty> PropertiesOf(IMutableModel model) => model.GetEntityTypes()
        .SelectMany(entity => entity.GetProperties()).Where(property => property.FindAnnotation(Mark) is not null);
}
