using LeadCapture.Forms;

namespace LeadCapture.Admin.Forms.Editing;

/// A condition as it is typed: tests without a field are no tests.
public sealed class ConditionForm
{
    public const int MostTests = 20;

    public bool Any { get; init; }
    public List<TestForm> Tests { get; init; } = [];

    public static ConditionForm Of(Condition? condition) => new()
    {
        Any = condition?.Any is not null,
        Tests = [.. (condition?.All ?? condition?.Any ?? []).Select(TestForm.Of)],
    };

    /// Null: shown always.
    public Condition? Read()
    {
        var tests = Tests.Where(test => test.Field != "").Take(MostTests).Select(test => test.Read()).ToList();
        return tests.Count == 0 ? null : Any ? new() { Any = tests } : new() { All = tests };
    }
}

public sealed class TestForm
{
    public string Field { get; init; } = "";
    public TestKind Kind { get; init; }
    public string Value { get; init; } = "";

    public static TestForm Of(AnswerTest test) => test switch
    {
        { Is: { } value } => new() { Field = test.Field, Kind = TestKind.Is, Value = value },
        { IsNot: { } value } => new() { Field = test.Field, Kind = TestKind.IsNot, Value = value },
        { Contains: { } value } => new() { Field = test.Field, Kind = TestKind.Contains, Value = value },
        _ => new() { Field = test.Field, Kind = test.Empty == false ? TestKind.Filled : TestKind.Empty },
    };

    public AnswerTest Read() => Kind switch
    {
        TestKind.Is => new() { Field = Field, Is = Value },
        TestKind.IsNot => new() { Field = Field, IsNot = Value },
        TestKind.Contains => new() { Field = Field, Contains = Value },
        var kind => new() { Field = Field, Empty = kind == TestKind.Empty },
    };
}

public enum TestKind { Is, IsNot, Contains, Empty, Filled }
