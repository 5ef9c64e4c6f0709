using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BudgetOfGate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "requests_per_hour",
                table: "gates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "requests_per_minute",
                table: "gates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.UpdateData(
                table: "gates",
                keyColumn: "id",
                keyValue: 1,
                columns: new[] { "requests_per_hour", "requests_per_minute" },
                values: new object[] { null, null });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requests_per_hour",
                table: "gates");

            migrationBuilder.DropColumn(
                name: "requests_per_minute",
                table: "gates");
        }
    }
}
