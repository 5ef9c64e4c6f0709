using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadCapture.ReplyIo.Json;

internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Text();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

internal sealed class IdConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Number() ?? 0;

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

internal sealed class NumberConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Number();

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.GetValueOrDefault());
}

internal sealed class FlagConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Flag();

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value.GetValueOrDefault());
}

internal sealed class DateConverter : JsonConverter<ReplyIoDate?>
{
    public override ReplyIoDate? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Date();

    public override void Write(Utf8JsonWriter writer, ReplyIoDate? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.Text);
}

internal sealed class ExtensibleEnumConverter<T> : JsonConverter<ExtensibleEnum<T>?> where T : struct, Enum
{
    public override ExtensibleEnum<T>? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.Open<T>();

    public override void Write(Utf8JsonWriter writer, ExtensibleEnum<T>? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.Text);
}
