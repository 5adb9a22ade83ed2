import { daysBetween, isDay } from '../model/calendar.ts';
import type { RegisterRule } from '../table/register-field.ts';

/**
 * A departure on or after the arrival.
 * @param registerField what the register calls the departure
 */
export function departureAfterArrival(registerField: string): RegisterRule {
  return (_, { stay }) => {
    const days = daysBetween(stay('arrival_date')?.value, stay('departure_date')?.value);
    if (days === undefined || days >= 0) return [];
    const expected = stay('arrival_date')?.value;
    return [
      {
        code: 'before_arrival',
        of: 'stay',
        guest: undefined,
        field: 'departure_date',
        registerField,
        value: stay('departure_date')?.value,
        expected,
      },
    ];
  };
}

/** Nobody is born after the day of arrival. */
export function bornBeforeArrival(registerField: string): RegisterRule {
  return (guests) =>
    guests.flatMap(({ guest, stay, index }) => {
      const [birth, arrival] = [guest('birth_date')?.value, stay('arrival_date')?.value];
      if (birth === undefined || arrival === undefined || !isDay(birth) || birth <= arrival) return [];
      return [
        {
          code: 'in_future' as const,
          of: 'guest' as const,
          guest: index,
          field: 'birth_date',
          registerField,
          value: birth,
          expected: arrival,
        },
      ];
    });
}
