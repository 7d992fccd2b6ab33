import { expect, test } from 'vitest'
import { addressBits, blockBits } from '#lib/machine/address-bits.ts'
import { isDataCentre } from '#lib/report/data-centres.ts'
import { networkOf } from '#lib/report/network.ts'

test.each([
  ['203.0.113.7', '203.0.113.250', true],
  ['203.0.113.7', '203.0.114.7', false],
  ['::ffff:203.0.113.7', '203.0.113.9', true],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
  ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['fe80::1%eth0', 'fe80::2', true],
  ['::1', '1.0.0.0', false],
])('%s and %s are of one network: %s', (one, other, same) =>
  expect(networkOf(one) === networkOf(other)).toBe(same))

test.each([
  '',
  'radio',
  '1.2.3',
  '1.2.3.256',
  '1::2::3',
  '1:2:3',
  '1:2:3:4:5:6:7:8:9',
  'g::1',
  '1:2:3:4:5:6:7::8::',
])('« %s » is no address, and all of them are one network', (address) => {
  expect(addressBits(address)).toBeNull()
  expect(networkOf(address)).toBe(networkOf('nothing'))
})

test('a network keeps 24 bits of IPv4 and 64 of IPv6', () => {
  expect(networkOf('255.255.255.255')).toBe(`4:${'1'.repeat(24)}`)
  expect(networkOf('ffff:ffff:ffff:ffff:ffff::')).toBe(`6:${'1'.repeat(64)}`)
})

test('a block is the beginning that its addresses share', () => {
  expect(addressBits('54.39.255.255')?.startsWith(blockBits('54.36.0.0/14'))).toBe(true)
  expect(addressBits('54.40.0.0')?.startsWith(blockBits('54.36.0.0/14'))).toBe(false)
  expect(() => blockBits('54.36.0.0')).toThrow(RangeError)
})

test.each([
  ['5.9.12.34', true],
  ['3.120.0.1', true],
  ['54.37.1.1', true],
  ['2001:41d0:8:1::1', true],
  ['2a01:4f9:1:2::3', true],
  ['2604:2dc0:1::1', true],
  // What OVH Telecom lets to households lies within OVH's own block.
  ['2001:41d0:fc17:5900::1', false],
  ['2001:41d0:ff00::1', false],
  ['2001:41d0:fb00::1', true],
  ['109.190.115.1', false],
  ['::ffff:51.15.0.1', true],
  ['127.0.0.1', false],
  ['192.168.1.20', false],
  ['90.12.34.56', false],
  ['2a01:e0a:1:2::3', false],
  ['', false],
])('%s is in a data centre: %s', (address, answer) => expect(isDataCentre(address)).toBe(answer))
