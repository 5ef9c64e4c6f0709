using System.Text.RegularExpressions;
using FluentValidation;

namespace LeadCapture.Forms.Fields;

/// What is wrong with a field that somebody made.
public sealed class FieldDefinitionRules : AbstractValidator<Field>
{
    public const int LongestKey = 90;
    private const int LongestLabel = 500;
    private const int LongestHint = 2000;
    private const int MostOptions = 500;

    public FieldDefinitionRules()
    {
        RuleFor(field => field.Property).Must((field, property) => property is null != field.Key is null)
            .WithMessage("Give the field a property or a key, and not both");
        RuleFor(field => field.Property).Must(property => property is null || ContactFields.Find(property) is not null)
            .WithMessage(field => $"“{field.Property}” is not a contact property of Reply.io");
        RuleFor(field => field.Key).Must(key => key is null || key.Length <= LongestKey && key == InputNormalizer.Key(key) && key != "")
            .WithMessage($"Use a key of up to {LongestKey} characters, without spaces around it");
        RuleFor(field => field.SentAs).Must((field, name) => name is null || field.Key is not null && IsName(name))
            .WithMessage($"Use the name of a custom field, up to {LongestKey} characters, in a field with a key");
        RuleForEach(field => field.Options).Must((field, option) => option.SentAs is null || field.SendsEach && IsName(option.SentAs))
            .WithMessage($"Use the name of a custom field, up to {LongestKey} characters, where each option is sent as its own field");
        RuleFor(field => field.Label).NotEmpty().WithMessage("Enter a label")
            .MaximumLength(LongestLabel).WithMessage($"Use up to {LongestLabel} characters");
        RuleFor(field => field.Hint).MaximumLength(LongestHint).WithMessage($"Use up to {LongestHint} characters");
        RuleFor(field => field.Parameter).Must(name => name is null || name.Length <= LongestKey && name == InputNormalizer.Key(name) && name != "")
            .WithMessage($"Use a parameter of up to {LongestKey} characters, without spaces around it");
        RuleFor(field => field.Default).NotEmpty().When(field => field.Source == AnswerSource.Fixed)
            .WithMessage("Enter the value: nothing else fills a field whose source is fixed");
        RuleFor(field => field.Source).Must(source => source is null or AnswerSource.Link).When(field => field.Kind == FieldKinds.Consent)
            .WithMessage("Only the visitor can give a consent. Leave its source out");
        RuleFor(field => field.Pattern).Must(IsPattern).WithMessage("This is not a regular expression");
        RuleFor(field => field.MaxLength).GreaterThan(0).WithMessage("Use a number above 0")
            .GreaterThanOrEqualTo(field => field.MinLength ?? 0).WithMessage("This is below minLength");
        RuleFor(field => field.Options).Must(options => options.Count <= MostOptions)
            .WithMessage($"Use up to {MostOptions} options");
        RuleFor(field => field).Custom((field, context) =>
        {
            if (field is { Source: AnswerSource.Fixed, Default.Length: > 0 }
                && field.Kind.ProblemOf(field, field.Normalize(field.Default)) is { } wrong)
                context.AddFailure(nameof(Field.Default), wrong);
            foreach (var (place, problem) in field.Kind.ProblemsOf(field))
                context.AddFailure(place, problem);
        });
    }

    private static bool IsName(string name) => name.Length is > 0 and <= LongestKey && name == InputNormalizer.Key(name);

    private static bool IsPattern(string? pattern)
    {
        try
        {
            _ = pattern is null ? null : new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
